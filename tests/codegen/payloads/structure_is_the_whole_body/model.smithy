// snapshot request: src/operation/send.rs fn serialize
// snapshot response: src/operation/send.rs fn read_output
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := { @httpPayload value: Point }
    output := { @httpPayload value: Point }
}
structure Point { x: Integer }
