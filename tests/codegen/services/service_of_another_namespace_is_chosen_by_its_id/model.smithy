// service: other#Shop
// snapshot operations: src/operation.rs
// snapshot types: src/types.rs use
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Buy] }
@http(method: "POST", uri: "/buy")
operation Buy { input := { thing: Thing } }
structure Thing { x: Integer }
