// snapshot type: src/operation/ping.rs enum PingError, impl PingError fn read
$version: "2.0"
namespace example

@http(method: "POST", uri: "/ping")
operation Ping {}
