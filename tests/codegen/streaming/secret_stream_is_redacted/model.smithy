// snapshot debug: src/operation/send.rs struct SendInput, impl Debug for SendInput
// snapshot builder: src/operation/send.rs mod builders struct Members
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := { @required @httpPayload body: Stream }
}

@streaming
@sensitive
blob Stream
