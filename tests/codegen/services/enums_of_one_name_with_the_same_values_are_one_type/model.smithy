// snapshot input: src/operation/put.rs struct PutInput
// snapshot types: src/types.rs use
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Put] }
@http(method: "POST", uri: "/put")
operation Put { input := { color: Color, otherColor: other#Color } }
enum Color {
    RED
    DARK_BLUE = "darkBlue"
}
