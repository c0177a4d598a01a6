$version: "2.0"

namespace events

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// A service whose requests and events are signed.
@service(sdkId: "Events")
@sigv4(name: "events")
@restJson1
@title("Events")
service Events {
    version: "2024-05-01"
    operations: [Talk]
}

@http(method: "POST", uri: "/talk/{room}")
operation Talk {
    input := {
        @required
        @httpLabel
        room: String

        @httpPayload
        words: Words
    }
    output := {
        @httpHeader("x-seat")
        seat: Integer

        @httpPayload
        replies: Replies
    }
    errors: [Closed]
}

@streaming
union Words {
    word: Word
    sound: Sound
    left: Left
}

structure Word {
    text: String
}

structure Sound {
    @eventHeader
    pitch: Integer

    @eventPayload
    samples: Blob
}

@error("client")
structure Left {
    message: String
}

@streaming
union Replies {
    heard: Heard
    closed: Closed
}

structure Heard {
    @eventHeader
    kind: String

    length: Integer
}

@error("server")
structure Closed {
    message: String
}
