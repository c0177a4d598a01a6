// snapshot request: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send { input := { @httpPayload value: Image } }
@mediaType("image/png")
blob Image
