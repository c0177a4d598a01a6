$version: "2.0"

namespace secrets

@http(method: "POST", uri: "/listen")
operation Listen {
    output := {
        @httpHeader("X-Token")
        token: Secret

        @required
        @httpPayload
        events: Events
    }
}

@streaming
union Events {
    note: Note
    holder: Holder
    bytes: Bytes
    hush: Loud
    muted: Quiet
    bound: Bound
}

structure Note {
    @eventHeader
    token: Secret

    @eventHeader
    count: Integer

    @eventPayload
    text: Secret
}

structure Bytes {
    @eventHeader
    bytes: SecretBlob

    @eventPayload
    inner: Inner
}

@error("client")
structure Loud {
    message: Secret
    count: Integer
}

@error("client")
structure Quiet {
    message: String
    info: Holder
}

@error("client")
structure Bound {
    @eventHeader
    token: Secret

    @eventPayload
    inner: Inner
}
