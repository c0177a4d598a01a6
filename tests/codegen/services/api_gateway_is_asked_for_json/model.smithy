// snapshot request: src/operation/get_api.rs fn serialize
$version: "2.0"
namespace example

@aws.api#service(sdkId: "API Gateway")
@aws.auth#sigv4(name: "apigateway")
@aws.protocols#restJson1
service Gateway { version: "1", operations: [GetApi] }

@readonly
@http(method: "GET", uri: "/api")
operation GetApi {}
