$version: "2.0"

namespace events

use smithy.protocols#rpcv2Cbor

/// A service without credentials, whose streams begin with a message of their own.
@rpcv2Cbor
@title("Messages")
service Messages {
    version: "2024-05-01"
    operations: [Talk, Listen]
}

operation Talk {
    input := {
        room: String
        words: Words
    }
    output := {
        @required
        seat: Integer

        replies: Replies
    }
}

operation Listen {
    input := {
        room: String
    }
    output := {
        replies: Replies
    }
}

@streaming
union Words {
    word: Word
}

structure Word {
    text: String
}

@streaming
union Replies {
    heard: Heard
}

structure Heard {
    length: Integer
}
