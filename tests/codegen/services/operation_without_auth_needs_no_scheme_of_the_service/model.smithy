// snapshot operation: src/operation/ping.rs static OPERATION
// snapshot other: src/operation/maybe.rs static OPERATION
$version: "2.0"
namespace example

@aws.protocols#restJson1
@httpBearerAuth
service Shop { version: "1", operations: [Ping, Maybe] }
@auth([])
@http(method: "POST", uri: "/ping")
operation Ping {}
@optionalAuth
@http(method: "POST", uri: "/maybe")
operation Maybe {}
