// snapshot input: src/operation/send.rs struct SendInput, impl SendInput fn body
// snapshot builders: src/operation/send.rs mod builders struct SendFluentBuilder, mod builders struct Call, mod builders struct Members
// snapshot build: src/operation/send.rs mod builders impl SendInputBuilder fn build
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpPayload body: Stream = ""
    }
}

@streaming
blob Stream
