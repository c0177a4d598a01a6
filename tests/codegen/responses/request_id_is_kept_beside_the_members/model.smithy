// snapshot output: src/operation/ping.rs struct PingOutput, macro request_ids, fn read_output
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/ping")
operation Ping {}
