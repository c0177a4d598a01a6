// snapshot list: src/operation.rs
// snapshot method: src/operation/match_.rs impl Client
$version: "2.0"
namespace example

@http(method: "POST", uri: "/match")
operation Match {}
