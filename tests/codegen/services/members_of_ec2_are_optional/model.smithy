// snapshot struct: src/shapes/volume.rs struct Volume, impl VolumeBuilder fn build
$version: "1.0"
namespace example

use aws.api#service
use aws.protocols#ec2Query

@service(sdkId: "EC2")
@ec2Query
@xmlNamespace(uri: "http://example.com/")
service Store { version: "2024-05-01", operations: [Make] }

operation Make { input: MakeRequest, output: MakeResult }

structure MakeRequest { volume: Volume }

structure MakeResult { volume: Volume }

structure Volume {
    @required
    id: String,
    @required
    disks: Disks,
    size: Size,
    isEncrypted: PrimitiveBoolean
}

list Disks { member: String }

integer Size
