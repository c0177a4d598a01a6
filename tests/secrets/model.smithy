$version: "2.0"

namespace secrets

// ---- Secrets of each kind ----

@sensitive
string Secret

@sensitive
blob SecretBlob

@sensitive
integer SecretNumber

@sensitive
bigDecimal SecretBig

@sensitive
timestamp SecretTime

@sensitive
@mediaType("text/plain")
string SecretMedia

@sensitive
enum Pin {
    KNOWN = "known"
}

list SecretList { member: Secret }
list SecretLists { member: SecretList }
map SecretMap { key: String, value: Secret }
map SecretKeys { key: Secret, value: Integer }

@sensitive
structure Whole {
    text: String
    count: Integer
}

@sensitive
union Hidden {
    text: String
    count: Integer
}

// ---- What holds them ----

structure Holder {
    secret: Secret
    count: Integer
}

union Choice {
    secret: Secret
    holder: Holder
}

list Holders { member: Holder }

// ---- Every place of a message ----

@mixin
structure InHeaders {
    @httpHeader("X-Token")
    token: Secret

    @httpHeader("X-Level")
    level: SecretNumber

    @httpHeader("X-Big")
    big: SecretBig

    @httpHeader("X-Time")
    time: SecretTime

    @httpHeader("X-Media")
    media: SecretMedia

    @httpHeader("X-Pin")
    pin: Pin

    @httpHeader("X-Words")
    words: SecretList

    @httpHeader("X-Plain")
    plainHeader: Integer

    @httpPrefixHeaders("X-Map-")
    mapped: SecretMap
}

@mixin
structure InBody {
    text: Secret
    bytes: SecretBlob
    number: SecretNumber
    amount: SecretBig
    at: SecretTime
    code: Pin
    list: SecretList
    lists: SecretLists
    holder: Holder
    holders: Holders
    choice: Choice
    hidden: Hidden
    whole: Whole
    count: Integer
    plain: String
}

@mixin
structure InMaps {
    byName: SecretMap
    byKey: SecretKeys
}

@http(method: "POST", uri: "/reveal/{label}")
@endpoint(hostPrefix: "{host}.")
operation Reveal {
    input := with [InHeaders, InBody] {
        @required
        @httpLabel
        label: Secret

        @required
        @hostLabel
        host: Secret

        @httpQuery("query")
        query: Secret

        @httpQueryParams
        params: SecretMap
    }
    output := with [InHeaders, InBody, InMaps] {
        @httpResponseCode
        status: SecretNumber
    }
    errors: [Hush, Muted, Named, Wholly]
}

/// The message is a secret, and the rest may be what cannot be read.
@error("client")
@httpError(400)
structure Hush with [InHeaders] {
    message: Secret
    info: Holder
}

/// The message is none, but there are secrets beside it.
@error("client")
@httpError(409)
structure Muted {
    message: String
    list: SecretList
    info: Holder
}

/// Under other names that services give a message, a code, a type and a request id.
@error("client")
@httpError(410)
structure Named {
    errorMessage: Secret
    code: Secret
    RequestId: Secret
    Type: Secret
    count: Integer
}

@error("server")
@httpError(500)
@sensitive
structure Wholly {
    message: String
    count: Integer
}

/// An output with what readers of errors take for a message.
@http(method: "POST", uri: "/ask")
operation Ask {
    output := {
        message: Secret
        count: Integer
    }
}

// ---- Whole bodies ----

@http(method: "POST", uri: "/carry")
operation Carry {
    input := {
        @httpPayload
        value: SecretBlob
    }
    output := {
        @httpPayload
        value: SecretBlob

        @httpHeader("X-Plain")
        plainHeader: Integer
    }
}

@http(method: "POST", uri: "/spell")
operation Spell {
    input := {
        @httpPayload
        value: Pin
    }
    output := {
        @httpPayload
        value: Pin

        @httpHeader("X-Plain")
        plainHeader: Integer
    }
}

@http(method: "POST", uri: "/parcel")
operation Parcel {
    input := {
        @httpPayload
        value: Holder
    }
    output := {
        @httpPayload
        value: Holder
    }
    errors: [Returned]
}

@error("client")
@httpError(400)
structure Returned {
    @httpPayload
    inner: Inner
}

structure Inner {
    message: Secret
    count: Integer
}
