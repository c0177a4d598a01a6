// snapshot operation: src/operation/send.rs static OPERATION
$version: "2.0"
namespace example

@aws.api#service(sdkId: "Example")
@aws.auth#sigv4(name: "example")
@aws.protocols#restJson1
service Example { operations: [Send] }

@aws.auth#unsignedPayload
@http(method: "POST", uri: "/send")
operation Send {
    input := { @required @httpPayload body: Stream }
}

@streaming
blob Stream
