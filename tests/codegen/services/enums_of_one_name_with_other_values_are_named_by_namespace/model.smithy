// snapshot input: src/operation/put.rs struct PutInput
// snapshot types: src/types.rs use
$version: "2.0"
namespace com.example.shop

@aws.protocols#restJson1
service Shop { version: "1", operations: [Put] }
@http(method: "POST", uri: "/put")
operation Put { input := { color: Color, paint: com.example.paint#Color } }
enum Color { RED, BLUE }
