// snapshot struct: src/shapes/volume.rs struct Volume
$version: "1.0"
namespace example

use aws.protocols#ec2Query

@ec2Query
@xmlNamespace(uri: "http://example.com/")
service Store { version: "2024-05-01", operations: [Make] }

operation Make { input: MakeRequest, output: MakeResult }

structure MakeRequest { volume: Volume }

structure MakeResult { volume: Volume }

structure Volume { size: Size, isEncrypted: PrimitiveBoolean }

integer Size
