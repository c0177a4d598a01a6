$version: "2.0"

// One operation has traits that its protocol must not look at.
metadata suppressions = [{ id: "HttpBindingsMissing", namespace: "protocols" }]

namespace protocols

use smithy.protocols#rpcv2Cbor
use smithy.test#eventStreamTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of rpcv2Cbor, a case each. Bodies are in base64.
@rpcv2Cbor
service Cellar {
    version: "2024-03-01"
    operations: [Scalars, Times, Collections, Shapes, Nothing, EmptyShapes, Token, Bound, Host, Fail, Chat]
}

// ---- Numbers, text, bytes

@httpRequestTests([
    {
        id: "ScalarsAreMembersOfTheBody"
        documentation: "The address names the operation, and names of members are those of the model."
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Scalars"
        headers: { "Smithy-Protocol": "rpc-v2-cbor", "Accept": "application/cbor", "Content-Type": "application/cbor" }
        requireHeaders: ["Content-Length"]
        forbidHeaders: ["X-Amz-Target", "X-Amzn-Target"]
        body: "q2R0ZXh0ZsOp8J+MsmN5ZXP1ZGJ5dGU4f2VzaG9ydBl//2dpbnRlZ2VyOn////9kbG9uZxt//////////2VmbG9hdPo/wAAAZmRvdWJsZfs/uZmZmZmZmmVieXRlc0VoZWxsb2Vjb2xvcmpkYXJrIGdyZWVuZWxldmVsAg=="
        bodyMediaType: "application/cbor"
        params: {
            text: "é🌲", yes: true, byte: -128, short: 32767, integer: -2147483648, long: 9223372036854775807
            float: 1.5, double: 0.1, bytes: "hello", color: "dark green", level: 2
        }
    }
    {
        id: "BigNumbersHaveTags"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Scalars"
        body: "ompiaWdJbnRlZ2Vywk0BjukP9sNz4O5OPwrSamJpZ0RlY2ltYWzEgjbCSgKdQrZOdnFCRMs="
        bodyMediaType: "application/cbor"
        params: { bigInteger: 123456789012345678901234567890, bigDecimal: 0.12345678901234567890123 }
    }
    {
        id: "WhatIsNoNumberIsAFloat"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Scalars"
        body: "omVmbG9hdPr/gAAAZmRvdWJsZft/+AAAAAAAAA=="
        bodyMediaType: "application/cbor"
        params: { float: "-Infinity", double: "NaN" }
    }
    {
        id: "AbsentMembersAreNotWritten"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Scalars"
        body: "oA=="
        bodyMediaType: "application/cbor"
    }
])
@httpResponseTests([
    {
        id: "ScalarsAreRead"
        documentation: "In more bytes than they need, as text and bytes in pieces, and as a half float."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2R0ZXh0f2FhYWJiw6n/Z3JlbmFtZWRka2VwdGN5ZXP0ZGJ5dGUYf2VzaG9ydBsAAAAAAAAAB2dpbnRlZ2VyGgAAAAxkbG9uZyBlZmxvYXT5vgBmZG91Ymxl+j8AAABlYnl0ZXNfQWFBYv9lY29sb3JjcmVkZWxldmVsAf8="
        bodyMediaType: "application/cbor"
        params: {
            text: "abé", renamed: "kept", yes: false, byte: 127, short: 7, integer: 12, long: -1, float: -1.5, double: 0.5
            bytes: "ab", color: "red", level: 1
        }
    }
    {
        id: "HalfFloatsHaveAllValues"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "omVmbG9hdPl8AGZkb3VibGX5fgA="
        bodyMediaType: "application/cbor"
        params: { float: "Infinity", double: "NaN" }
    }
    {
        id: "FloatsMayBeIntegers"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "omVmbG9hdBkBAGZkb3VibGUm"
        bodyMediaType: "application/cbor"
        params: { float: 256.0, double: -7.0 }
    }
    {
        id: "BigNumbersAreRead"
        documentation: "The negative one is counted from -1."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "ompiaWdJbnRlZ2Vyw0kBAAAAAAAAAABqYmlnRGVjaW1hbMSCIjkE0Q=="
        bodyMediaType: "application/cbor"
        params: { bigInteger: -18446744073709551617, bigDecimal: -1234e-3 }
    }
    {
        id: "BigNumbersMayBeSmall"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "ompiaWdJbnRlZ2VyJGpiaWdEZWNpbWFsBw=="
        bodyMediaType: "application/cbor"
        params: { bigInteger: -5, bigDecimal: 7 }
    }
    {
        id: "NullsAndUnknownMembersArePassedOver"
        documentation: "Undefined is null as well."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "pGR0ZXh09mRlbHNloWRkZWVwhAG/YXj3/8BheEF6Y3llc/dlbGV2ZWwB"
        bodyMediaType: "application/cbor"
        params: { level: 1 }
    }
])
operation Scalars {
    input: ScalarMembers
    output: ScalarMembers
}

structure ScalarMembers {
    text: String
    @jsonName("isNotUsed")
    @xmlName("isNotUsed")
    renamed: String
    yes: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal
    bytes: Blob
    color: Color
    level: Level
}

enum Color {
    RED = "red"
    DARK_GREEN = "dark green"
}

intEnum Level {
    LOW = 1
    HIGH = 2
}

// ---- Times

@httpRequestTests([
    {
        id: "TimesAreSecondsWithATag"
        documentation: "Whatever format the model gives them."
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Times"
        body: "pGV3aG9sZcEaVMSigGhmcmFjdGlvbsH7QdUxKKAIAABmYmVmb3JlwSBpZm9ybWF0dGVkwfs/8AAAAAAAAA=="
        bodyMediaType: "application/cbor"
        params: { whole: 1422172800, fraction: 1422172800.125, before: -1, formatted: 1 }
    }
])
@httpResponseTests([
    {
        id: "TimesAreRead"
        documentation: "Integers and floats of each size, to the millisecond."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "pGV3aG9sZcEaVMSigGhmcmFjdGlvbsH7QdUxKKAH3ztmYmVmb3Jlwfm+AGlmb3JtYXR0ZWTB+j6AAAA="
        bodyMediaType: "application/cbor"
        params: { whole: 1422172800, fraction: 1422172800.123, before: -1.5, formatted: 0.25 }
    }
])
operation Times {
    input: TimeMembers
    output: TimeMembers
}

structure TimeMembers {
    whole: Timestamp
    fraction: Timestamp
    before: Timestamp
    @timestampFormat("http-date")
    formatted: Timestamp
}

// ---- Lists and maps

@httpRequestTests([
    {
        id: "ListsAndMapsAreWritten"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Collections"
        body: "p2VuYW1lc4JhYWBmbWF0cml4goIBAoBmc3BhcnNlgmFh9mdieUNvbG9yoWNyZWSBYXhpc3BhcnNlTWFwoWFr9mVlbXB0eYBoZW1wdHlNYXCg"
        bodyMediaType: "application/cbor"
        params: {
            names: ["a", ""], matrix: [[1, 2], []], sparse: ["a", null], byColor: { red: ["x"] }
            sparseMap: { k: null }, empty: [], emptyMap: {}
        }
    }
])
@httpResponseTests([
    {
        id: "ListsAndMapsAreRead"
        documentation: "Those of a length, and those with an end."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "p2VuYW1lc59hYWD/Zm1hdHJpeJ+AnwP//2ZzcGFyc2WC9mFiZ2J5Q29sb3K/Y3JlZIBqZGFyayBncmVlbp9heP//aXNwYXJzZU1hcKJha/dhbAFlZW1wdHmf/2hlbXB0eU1hcL//"
        bodyMediaType: "application/cbor"
        params: {
            names: ["a", ""], matrix: [[], [3]], sparse: [null, "b"], byColor: { red: [], "dark green": ["x"] }
            sparseMap: { k: null, l: 1 }, empty: [], emptyMap: {}
        }
    }
])
operation Collections {
    input: CollectionMembers
    output: CollectionMembers
}

structure CollectionMembers {
    names: Names
    matrix: Matrix
    sparse: SparseNames
    byColor: NamesByColor
    sparseMap: SparseNumbers
    empty: Names
    emptyMap: SparseNumbers
}

list Names { member: String }
list Integers { member: Integer }
list Matrix { member: Integers }
@sparse
list SparseNames { member: String }
map NamesByColor { key: Color, value: Names }
@sparse
map SparseNumbers { key: String, value: Integer }

// ---- Structures and unions

@httpRequestTests([
    {
        id: "ShapesNest"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Shapes"
        body: "omR0cmVlo2RuYW1lYWFlZmlyc3SiZG5hbWVhYmRyZXN0gqChZG5hbWVhY2VuYW1lZKFhZKBnY2hvaWNlc4WhZHRleHRheKFnbm90aGluZ6ChZHRyZWWhZG5hbWVhZaFlbmFtZXOBYXmhYmF0wQE="
        bodyMediaType: "application/cbor"
        params: {
            tree: { name: "a", first: { name: "b", rest: [{}, { name: "c" }] }, named: { d: {} } }
            choices: [{ text: "x" }, { nothing: {} }, { tree: { name: "e" } }, { names: ["y"] }, { at: 1 }]
        }
    }
])
@httpResponseTests([
    {
        id: "NestedShapesAreRead"
        documentation: "A union may have `__type` and members that are null beside the one that it is."
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "v2R0cmVlv2VuYW1lZKFhZKFlZmlyc3S/ZG5hbWVhZf//Z2Nob2ljZXOfomZfX3R5cGVmQ2hvaWNlZHRleHRheL9kdGV4dPZnbm90aGluZ6FjbmV3Af+hZHRyZWW/////"
        bodyMediaType: "application/cbor"
        params: {
            tree: { named: { d: { first: { name: "e" } } } }
            choices: [{ text: "x" }, { nothing: {} }, { tree: {} }]
        }
    }
])
operation Shapes {
    input: ShapeMembers
    output: ShapeMembers
}

structure ShapeMembers {
    tree: Tree
    choices: Choices
}

structure Tree {
    name: String
    first: Tree
    rest: Trees
    named: NamedTrees
}

list Trees { member: Tree }
map NamedTrees { key: String, value: Tree }
list Choices { member: Choice }

union Choice {
    text: String
    nothing: Unit
    tree: Tree
    names: Names
    at: Timestamp
}

// ---- Without members

@httpRequestTests([
    {
        id: "NoInputIsNoBody"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Nothing"
        headers: { "Smithy-Protocol": "rpc-v2-cbor", "Accept": "application/cbor" }
        forbidHeaders: ["Content-Type"]
        body: ""
    }
])
@httpResponseTests([
    { id: "NoOutputIsNoBody", protocol: rpcv2Cbor, code: 200, headers: { "smithy-protocol": "rpc-v2-cbor" }, body: "" }
])
operation Nothing {}

@httpRequestTests([
    {
        id: "AnInputWithoutMembersIsAnEmptyMap"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/EmptyShapes"
        headers: { "Content-Type": "application/cbor" }
        body: "oA=="
        bodyMediaType: "application/cbor"
    }
])
@httpResponseTests([
    {
        id: "AnOutputWithoutMembersMayHaveSome"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "oWVsYXRlcoEB"
        bodyMediaType: "application/cbor"
    }
    {
        id: "AnOutputWithoutMembersMayBeNothing"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: ""
    }
])
operation EmptyShapes {
    input := {}
    output := {}
}

// ---- Tokens, bindings, hosts

@httpRequestTests([
    {
        id: "ATokenIsMadeUp"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Token"
        body: "oWV0b2tlbngkMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw"
        bodyMediaType: "application/cbor"
    }
    {
        id: "ATokenIsLeftAsItIs"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Token"
        body: "oWV0b2tlbmRtaW5l"
        bodyMediaType: "application/cbor"
        params: { token: "mine" }
    }
])
operation Token {
    input := {
        @idempotencyToken
        token: String
    }
}

@httpRequestTests([
    {
        id: "HttpTraitsMeanNothing"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Bound"
        forbidHeaders: ["x-header"]
        forbidQueryParams: ["q"]
        body: "omZoZWFkZXJhYWVxdWVyeWFi"
        bodyMediaType: "application/cbor"
        params: { header: "a", query: "b" }
    }
])
@http(method: "PUT", uri: "/bound")
@idempotent
operation Bound {
    input := {
        @httpHeader("x-header")
        header: String
        @httpQuery("q")
        query: String
    }
}

@httpRequestTests([
    {
        id: "TheHostHasAPrefix"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cellar/operation/Host"
        host: "example.com"
        resolvedHost: "data-one.example.com"
        body: "oWRwYXJ0Y29uZQ=="
        bodyMediaType: "application/cbor"
        params: { part: "one" }
    }
])
@endpoint(hostPrefix: "data-{part}.")
operation Host {
    input := {
        @required
        @hostLabel
        part: String
    }
}

// ---- Errors

operation Fail {
    errors: [Refused, Broken]
}

@error("client")
@httpError(404)
@httpResponseTests([
    {
        id: "AnErrorByType"
        protocol: rpcv2Cbor
        code: 404
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "o2ZfX3R5cGVxcHJvdG9jb2xzI1JlZnVzZWRnbWVzc2FnZWJub2N3aHmhZG5hbWVheA=="
        bodyMediaType: "application/cbor"
        params: { message: "no", why: { name: "x" } }
    }
    {
        id: "TheHeaderMeansNothing"
        documentation: "The type is in the body alone."
        protocol: rpcv2Cbor
        code: 400
        headers: { "smithy-protocol": "rpc-v2-cbor", "X-Amzn-ErrorType": "Broken" }
        body: "v2dtZXNzYWdlYm5vZl9fdHlwZWdSZWZ1c2Vk/w=="
        bodyMediaType: "application/cbor"
        params: { message: "no" }
    }
])
structure Refused {
    message: String
    why: Tree
}

@error("server")
@httpResponseTests([
    {
        id: "AnErrorWithoutMembers"
        protocol: rpcv2Cbor
        code: 500
        headers: { "smithy-protocol": "rpc-v2-cbor" }
        body: "oWZfX3R5cGVwcHJvdG9jb2xzI0Jyb2tlbg=="
        bodyMediaType: "application/cbor"
    }
])
structure Broken {}

// ---- Events

/// Members beside the events are in a message before them, which a test has as the body of
/// the request or response, or as an event that is not in the model.
@eventStreamTests([
    {
        id: "MembersAreBeforeTheEvents"
        protocol: rpcv2Cbor
        initialRequest: {
            method: "POST"
            uri: "/service/Cellar/operation/Chat"
            headers: { "Content-Type": "application/vnd.amazon.eventstream" }
            body: "oWRyb29tZGJsdWU="
            bodyMediaType: "application/cbor"
        }
        initialRequestShape: smithy.test#InitialHttpRequest
        initialRequestParams: { room: "blue" }
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/vnd.amazon.eventstream" }
            body: "oWRzZWF0Aw=="
            bodyMediaType: "application/cbor"
        }
        initialResponseShape: smithy.test#InitialHttpResponse
        initialResponseParams: { seat: 3 }
        events: [
            {
                type: "request"
                params: { word: { text: "hi" } }
                headers: { ":event-type": { string: "word" } }
                body: "oWR0ZXh0Ymhp"
                bodyMediaType: "application/cbor"
            }
            {
                type: "response"
                params: { heard: { length: 2 } }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "heard" }
                    ":content-type": { string: "application/cbor" }
                }
                body: "oWZsZW5ndGgC"
                bodyMediaType: "application/cbor"
            }
        ]
    }
    {
        id: "MembersAreInMessages"
        protocol: rpcv2Cbor
        initialRequestParams: { room: "blue" }
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/vnd.amazon.eventstream" }
        }
        initialResponseParams: { seat: 3 }
        events: [
            {
                type: "request"
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "initial-request" }
                    ":content-type": { string: "application/cbor" }
                }
                body: "oWRyb29tZGJsdWU="
                bodyMediaType: "application/cbor"
            }
            {
                type: "response"
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "initial-response" }
                    ":content-type": { string: "application/cbor" }
                }
                body: "oWRzZWF0Aw=="
                bodyMediaType: "application/cbor"
            }
            {
                type: "request"
                params: { word: { text: "hi" } }
                headers: { ":event-type": { string: "word" } }
                body: "oWR0ZXh0Ymhp"
                bodyMediaType: "application/cbor"
            }
            {
                type: "response"
                params: { heard: { length: 2 } }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "heard" }
                    ":content-type": { string: "application/cbor" }
                }
                body: "oWZsZW5ndGgC"
                bodyMediaType: "application/cbor"
            }
        ]
    }
])
operation Chat {
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
