// snapshot method: src/operation/old_ping.rs impl Client, struct OldPing
$version: "2.0"
namespace example

@deprecated(message: "Ask nobody.")
@http(method: "POST", uri: "/ping")
operation OldPing {}
