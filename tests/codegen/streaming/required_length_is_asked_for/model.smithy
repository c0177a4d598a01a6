// snapshot request: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := { @required @httpPayload body: Image }
}

@streaming
@requiresLength
@mediaType("image/png")
blob Image
