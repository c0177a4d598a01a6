// snapshot type: src/operation/ping.rs enum PingError
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop {
    version: "1"
    operations: [Ping]
    errors: [Overloaded]
}
@http(method: "POST", uri: "/ping")
operation Ping {}
@error("server")
structure Overloaded {}
