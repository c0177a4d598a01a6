// snapshot request: src/operation/send.rs fn serialize
// snapshot response: src/operation/send.rs impl SendOutput fn read_response
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := { @httpPayload value: Point }
    output := { @httpPayload value: Point }
}
structure Point { x: Integer }
