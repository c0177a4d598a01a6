// snapshot meta: src/meta.rs
$version: "2.0"
namespace example

@aws.protocols#restJson1
@aws.api#service(sdkId: "Corner Shop", endpointPrefix: "shop")
@aws.auth#sigv4(name: "cornershop")
@title("The Corner Shop")
service Shop { version: "1", operations: [Ping] }
@http(method: "POST", uri: "/ping")
operation Ping {}
