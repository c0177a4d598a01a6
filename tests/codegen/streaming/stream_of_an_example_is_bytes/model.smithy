// snapshot docs with docs: src/operation/send.rs impl Client
$version: "2.0"
namespace example

@examples([{title: "A note", input: {body: "a \"note\""}}])
@http(method: "POST", uri: "/send")
operation Send {
    input := { @required @httpPayload body: Stream }
}

@streaming
blob Stream
