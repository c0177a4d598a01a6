// snapshot operations: src/operation.rs
// snapshot names: src/operation/put.rs struct PutInput
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Sell, another#Put, Buy] }
@http(method: "POST", uri: "/buy")
operation Buy {}
@http(method: "POST", uri: "/sell")
operation Sell {}
