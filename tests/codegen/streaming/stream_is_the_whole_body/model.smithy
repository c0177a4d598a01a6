// snapshot request: src/operation/send.rs fn serialize, static OPERATION
// snapshot response: src/operation/send.rs fn deserialize, fn read_output
// snapshot primitives: src/primitives.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send/{name}")
operation Send {
    input := { @required @httpLabel name: String, @required @httpPayload body: Stream }
    output := { @httpHeader("ETag") tag: String, @required @httpPayload body: Stream }
}

@streaming
blob Stream
