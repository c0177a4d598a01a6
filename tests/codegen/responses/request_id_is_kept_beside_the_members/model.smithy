// snapshot output: src/operation/ping.rs struct PingOutput, impl RequestId for PingOutput, impl PingOutput fn read_response
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/ping")
operation Ping {}
