$version: "2.0"

// One operation has traits that its protocol must not look at.
metadata suppressions = [{ id: "HttpBindingsMissing", namespace: "protocols" }]

namespace protocols

use smithy.protocols#rpcv2Json
use smithy.test#eventStreamTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of rpcv2Json, a case each.
@rpcv2Json
service Attic {
    version: "2024-03-01"
    operations: [
        Scalars, Times, Collections, Shapes, Documents, Defaults, Nothing, EmptyShapes, Token, Bound, Host, Fail
        Listen, Talk, Chat
    ]
}

// ---- Numbers, text, bytes

@httpRequestTests([
    {
        id: "ScalarsAreMembersOfTheBody"
        documentation: "The address names the operation, and names of members are those of the model."
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        headers: { "Smithy-Protocol": "rpc-v2-json", "Accept": "application/json", "Content-Type": "application/json" }
        requireHeaders: ["Content-Length"]
        forbidHeaders: ["X-Amz-Target", "X-Amzn-Target"]
        body: """
            {
                "text": "é🌲\\"\\n", "renamed": "kept", "yes": true, "byte": -128, "short": 32767, "integer": -2147483648,
                "long": 9223372036854775807, "float": 1.5, "double": 0.1, "bytes": "aGVsbG8=", "color": "dark green",
                "level": 2
            }"""
        bodyMediaType: "application/json"
        params: {
            text: "é🌲\"\n", renamed: "kept", yes: true, byte: -128, short: 32767, integer: -2147483648
            long: 9223372036854775807, float: 1.5, double: 0.1, bytes: "hello", color: "dark green", level: 2
        }
    }
    {
        id: "BigNumbersAreStrings"
        documentation: "With all of their digits."
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        body: """
            {"bigInteger": "123456789012345678901234567890", "bigDecimal": "0.12345678901234567890123"}"""
        bodyMediaType: "application/json"
        params: { bigInteger: 123456789012345678901234567890, bigDecimal: 0.12345678901234567890123 }
    }
    {
        id: "SmallBigNumbersAreStrings"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        body: """
            {"bigInteger": "-5", "bigDecimal": "7"}"""
        bodyMediaType: "application/json"
        params: { bigInteger: -5, bigDecimal: 7 }
    }
    {
        id: "BigNumbersInListsMapsAndUnionsAreStrings"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        body: """
            {"bigIntegers": ["1", null], "bigDecimals": {"a": "0.5"}, "bigChoices": [{"integer": "2"}, {"decimal": "1.5"}]}"""
        bodyMediaType: "application/json"
        params: {
            bigIntegers: [1, null], bigDecimals: { a: 0.5 }, bigChoices: [{ integer: 2 }, { decimal: 1.5 }]
        }
    }
    {
        id: "WhatIsNotANumberIsAString"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        body: """
            {"float": "-Infinity", "double": "NaN"}"""
        bodyMediaType: "application/json"
        params: { float: "-Infinity", double: "NaN" }
    }
    {
        id: "AbsentMembersAreNotWritten"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Scalars"
        headers: { "Content-Type": "application/json" }
        body: "{}"
    }
])
@httpResponseTests([
    {
        id: "ScalarsAreRead"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/json" }
        body: """
            {
                "text": "ab\\u00e9", "renamed": "kept", "isNotUsed": "x", "yes": false, "byte": 127, "short": 7,
                "integer": 12, "long": -1, "float": -1.5, "double": 5e-1, "bytes": "YWI=", "color": "red", "level": 1
            }"""
        bodyMediaType: "application/json"
        params: {
            text: "abé", renamed: "kept", yes: false, byte: 127, short: 7, integer: 12, long: -1, float: -1.5, double: 0.5
            bytes: "ab", color: "red", level: 1
        }
    }
    {
        id: "StringsAreFloatsThatHaveNoNumber"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"float": "Infinity", "double": "NaN"}"""
        bodyMediaType: "application/json"
        params: { float: "Infinity", double: "NaN" }
    }
    {
        id: "FloatsMayBeIntegers"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"float": 256, "double": -7}"""
        bodyMediaType: "application/json"
        params: { float: 256.0, double: -7.0 }
    }
    {
        id: "BigNumbersAreRead"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {
                "bigInteger": "-18446744073709551617", "bigDecimal": "-1234e-3", "bigIntegers": [null, "0"],
                "bigDecimals": {"a": "0.100000000000000000000001"}, "bigChoices": [{"decimal": "1.5"}]
            }"""
        bodyMediaType: "application/json"
        params: {
            bigInteger: -18446744073709551617, bigDecimal: -1234e-3, bigIntegers: [null, 0]
            bigDecimals: { a: 0.100000000000000000000001 }, bigChoices: [{ decimal: 1.5 }]
        }
    }
    {
        id: "BigNumbersMayBeNumbers"
        documentation: "No service may write them so, but nothing is lost."
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"bigInteger": 18446744073709551617, "bigDecimal": 0.100000000000000000000001}"""
        bodyMediaType: "application/json"
        params: { bigInteger: 18446744073709551617, bigDecimal: 0.100000000000000000000001 }
    }
    {
        id: "NullsAndUnknownMembersArePassedOver"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"text": null, "new": {"deep": [1, {"x": null}, "y"]}, "yes": null, "bigInteger": null, "level": 1}"""
        bodyMediaType: "application/json"
        params: { level: 1 }
    }
    {
        id: "NewValuesOfEnumsAreKept"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"color": "mauve", "level": 9}"""
        bodyMediaType: "application/json"
        params: { color: "mauve", level: 9 }
    }
])
operation Scalars {
    input: ScalarMembers
    output: ScalarMembers
}

structure ScalarMembers {
    text: String
    @jsonName("isNotUsed")
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
    bigIntegers: SparseBigIntegers
    bigDecimals: BigDecimals
    bigChoices: BigChoices
    bytes: Blob
    color: Color
    level: Level
}

@sparse
list SparseBigIntegers { member: BigInteger }
map BigDecimals { key: String, value: BigDecimal }
list BigChoices { member: BigChoice }

union BigChoice {
    integer: BigInteger
    decimal: BigDecimal
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
        id: "TimesAreSeconds"
        documentation: "Whatever format the model gives them."
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Times"
        body: """
            {"whole": 1422172800, "fraction": 1422172800.125, "before": -1, "formatted": 1, "dates": [2], "at": {"date": 3}}"""
        bodyMediaType: "application/json"
        params: {
            whole: 1422172800, fraction: 1422172800.125, before: -1, formatted: 1, dates: [2], at: { date: 3 }
        }
    }
])
@httpResponseTests([
    {
        id: "TimesAreRead"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"whole": 1422172800.0, "fraction": 1422172800.123, "before": -1.5, "formatted": 25e-2, "dates": [2], "at": {"date": 3}}"""
        bodyMediaType: "application/json"
        params: {
            whole: 1422172800, fraction: 1422172800.123, before: -1.5, formatted: 0.25, dates: [2], at: { date: 3 }
        }
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
    dates: Dates
    at: DateChoice
}

@timestampFormat("date-time")
timestamp Date

list Dates { member: Date }
union DateChoice { date: Date }

// ---- Lists and maps

@httpRequestTests([
    {
        id: "ListsAndMapsAreWritten"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Collections"
        body: """
            {
                "names": ["a", ""], "matrix": [[1, 2], []], "sparse": ["a", null], "byColor": {"red": ["x"]},
                "sparseMap": {"k": null}, "empty": [], "emptyMap": {}
            }"""
        bodyMediaType: "application/json"
        params: {
            names: ["a", ""], matrix: [[1, 2], []], sparse: ["a", null], byColor: { red: ["x"] }
            sparseMap: { k: null }, empty: [], emptyMap: {}
        }
    }
])
@httpResponseTests([
    {
        id: "ListsAndMapsAreRead"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {
                "names": ["a", ""], "matrix": [[], [3]], "sparse": [null, "b"],
                "byColor": {"red": [], "dark green": ["x"]}, "sparseMap": {"k": null, "l": 1}, "empty": [], "emptyMap": {}
            }"""
        bodyMediaType: "application/json"
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
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Shapes"
        body: """
            {
                "tree": {"name": "a", "first": {"name": "b", "rest": [{}, {"name": "c"}]}, "named": {"d": {}}},
                "choices": [{"text": "x"}, {"nothing": {}}, {"tree": {"name": "e"}}, {"names": ["y"]}, {"at": 1}]
            }"""
        bodyMediaType: "application/json"
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
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {
                "tree": {"named": {"d": {"first": {"name": "e"}}}},
                "choices": [
                    {"__type": "Choice", "text": "x"}, {"text": null, "nothing": {"new": 1}}, {"tree": {}}, {"at": 1.5}
                ]
            }"""
        bodyMediaType: "application/json"
        params: {
            tree: { named: { d: { first: { name: "e" } } } }
            choices: [{ text: "x" }, { nothing: {} }, { tree: {} }, { at: 1.5 }]
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

// ---- Documents

@httpRequestTests([
    {
        id: "ADocumentIsAnyValue"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Documents"
        body: """
            {"one": {"a": [1, "b", null, true, {}]}, "many": ["x", 2.5, null]}"""
        bodyMediaType: "application/json"
        params: { one: { a: [1, "b", null, true, {}] }, many: ["x", 2.5, null] }
    }
])
@httpResponseTests([
    {
        id: "ADocumentIsRead"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"one": "text", "many": [[], {"k": -1}, false]}"""
        bodyMediaType: "application/json"
        params: { one: "text", many: [[], { k: -1 }, false] }
    }
])
operation Documents {
    input: DocumentMembers
    output: DocumentMembers
}

structure DocumentMembers {
    one: Document
    many: Many
}

@sparse
list Many { member: Document }

// ---- Defaults

@httpResponseTests([
    {
        id: "DefaultsAreFilledIn"
        documentation: "And members that are required are zeros, empty or unknown."
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: "{}"
        bodyMediaType: "application/json"
        params: {
            text: "hi", number: 7, yes: true, at: 1422172800, ratio: 1.5, color: "red", names: [], bigInteger: 5
            name: "", count: 0, bytes: "", list: [], map: {}
        }
    }
    {
        id: "ValuesComeBeforeDefaults"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {
                "text": "", "number": 0, "yes": false, "at": 1, "ratio": 0, "color": "dark green", "names": ["a"],
                "bigInteger": "6", "name": "n", "count": 1, "bytes": "YQ==", "list": ["l"], "map": {"k": 1}
            }"""
        bodyMediaType: "application/json"
        params: {
            text: "", number: 0, yes: false, at: 1, ratio: 0.0, color: "dark green", names: ["a"], bigInteger: 6
            name: "n", count: 1, bytes: "a", list: ["l"], map: { k: 1 }
        }
    }
])
operation Defaults {
    output := {
        text: String = "hi"
        number: Integer = 7
        yes: Boolean = true
        at: Timestamp = 1422172800
        ratio: Double = 1.5
        color: Color = "red"
        names: Names = []
        bigInteger: BigInteger = 5

        @required
        name: String

        @required
        count: Integer

        @required
        bytes: Blob

        @required
        list: Names

        @required
        map: SparseNumbers
    }
}

// ---- Without members

@httpRequestTests([
    {
        id: "NoInputIsNoBody"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Nothing"
        headers: { "Smithy-Protocol": "rpc-v2-json", "Accept": "application/json" }
        forbidHeaders: ["Content-Type"]
        body: ""
    }
])
@httpResponseTests([
    { id: "NoOutputIsNoBody", protocol: rpcv2Json, code: 200, headers: { "smithy-protocol": "rpc-v2-json" }, body: "" }
    {
        id: "NoOutputMayBeAnObject"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/json" }
        body: "{}"
        bodyMediaType: "application/json"
    }
])
operation Nothing {}

@httpRequestTests([
    {
        id: "AnInputWithoutMembersIsAnEmptyObject"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/EmptyShapes"
        headers: { "Content-Type": "application/json" }
        requireHeaders: ["Content-Length"]
        body: "{}"
        bodyMediaType: "application/json"
    }
])
@httpResponseTests([
    {
        id: "AnOutputWithoutMembersMayHaveSome"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"later": [1]}"""
        bodyMediaType: "application/json"
    }
    {
        id: "AnOutputWithoutMembersMayBeNothing"
        protocol: rpcv2Json
        code: 200
        headers: { "smithy-protocol": "rpc-v2-json" }
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
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Token"
        body: """
            {"token": "00000000-0000-4000-8000-000000000000"}"""
        bodyMediaType: "application/json"
    }
    {
        id: "ATokenIsLeftAsItIs"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Token"
        body: """
            {"token": "mine"}"""
        bodyMediaType: "application/json"
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
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Bound"
        forbidHeaders: ["x-header"]
        forbidQueryParams: ["q"]
        body: """
            {"header": "a", "query": "b"}"""
        bodyMediaType: "application/json"
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
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Attic/operation/Host"
        host: "example.com"
        resolvedHost: "data-one.example.com"
        body: """
            {"part": "one"}"""
        bodyMediaType: "application/json"
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
        id: "AnErrorByItsAbsoluteType"
        protocol: rpcv2Json
        code: 404
        headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/json" }
        body: """
            {"__type": "protocols#Refused", "message": "no", "why": {"name": "x"}}"""
        bodyMediaType: "application/json"
        params: { message: "no", why: { name: "x" } }
    }
    {
        id: "AnErrorByItsRelativeType"
        protocol: rpcv2Json
        code: 404
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"message": "no", "__type": "Refused"}"""
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
    {
        id: "ATypeMayHaveAUrl"
        protocol: rpcv2Json
        code: 404
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"__type": "protocols#Refused:http://internal.example.com/errors/", "message": "no"}"""
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
    {
        id: "TheHeaderMeansNothing"
        documentation: "The type is in the body alone."
        protocol: rpcv2Json
        code: 400
        headers: { "smithy-protocol": "rpc-v2-json", "X-Amzn-ErrorType": "Broken" }
        body: """
            {"message": "no", "__type": "Refused"}"""
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
    {
        id: "ACodeMeansNothing"
        documentation: "It is a member like any other."
        protocol: rpcv2Json
        code: 400
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"code": "Broken", "Code": "Broken", "__type": "protocols#Refused"}"""
        bodyMediaType: "application/json"
        params: { code: "Broken" }
    }
])
structure Refused {
    message: String
    code: String
    why: Tree
}

@error("server")
@httpResponseTests([
    {
        id: "AnErrorWithoutMembers"
        protocol: rpcv2Json
        code: 500
        headers: { "smithy-protocol": "rpc-v2-json" }
        body: """
            {"__type": "protocols#Broken", "later": 1}"""
        bodyMediaType: "application/json"
    }
])
structure Broken {}

// ---- Events

@eventStreamTests([
    {
        id: "EventsAreRead"
        documentation: "Those that are exceptions, too, in which a code means nothing."
        protocol: rpcv2Json
        initialRequest: {
            method: "POST"
            uri: "/service/Attic/operation/Listen"
            headers: {
                "smithy-protocol": "rpc-v2-json"
                "Content-Type": "application/json"
                "Accept": "application/vnd.amazon.eventstream"
            }
            body: "{\"room\": \"blue\"}"
            bodyMediaType: "application/json"
        }
        initialRequestShape: smithy.test#InitialHttpRequest
        initialRequestParams: { room: "blue" }
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/vnd.amazon.eventstream" }
        }
        initialResponseShape: smithy.test#InitialHttpResponse
        events: [
            {
                type: "response"
                params: { heard: { length: 2, at: 1.5, many: 12345678901234567890 } }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "heard" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"length\": 2, \"at\": 1.5, \"many\": \"12345678901234567890\"}"
                bodyMediaType: "application/json"
            }
            {
                type: "response"
                params: { hushed: { message: "no", code: "x" } }
                headers: {
                    ":message-type": { string: "exception" }
                    ":exception-type": { string: "hushed" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"message\": \"no\", \"code\": \"x\"}"
                bodyMediaType: "application/json"
            }
        ]
    }
])
operation Listen {
    input := {
        room: String
    }
    output := {
        replies: Replies
    }
}

/// The message before the events has `room`; tests/rpcv2_json.rs reads it.
operation Talk {
    input := {
        room: String
        words: Words
    }
}

/// Members beside the events are in a message before them, which a test has as the body of
/// the request or response, or as an event that is not in the model.
@eventStreamTests([
    {
        id: "MembersAreBeforeTheEvents"
        protocol: rpcv2Json
        initialRequest: {
            method: "POST"
            uri: "/service/Attic/operation/Chat"
            headers: { "Content-Type": "application/vnd.amazon.eventstream" }
            body: "{\"room\": \"blue\"}"
            bodyMediaType: "application/json"
        }
        initialRequestShape: smithy.test#InitialHttpRequest
        initialRequestParams: { room: "blue" }
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/vnd.amazon.eventstream" }
            body: "{\"seat\": 3}"
            bodyMediaType: "application/json"
        }
        initialResponseShape: smithy.test#InitialHttpResponse
        initialResponseParams: { seat: 3 }
        events: [
            {
                type: "request"
                params: { word: { text: "hi" } }
                headers: { ":event-type": { string: "word" } }
                body: "{\"text\": \"hi\"}"
                bodyMediaType: "application/json"
            }
            {
                type: "response"
                params: { heard: { length: 2 } }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "heard" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"length\": 2}"
                bodyMediaType: "application/json"
            }
        ]
    }
    {
        id: "MembersAreInMessages"
        protocol: rpcv2Json
        initialRequestParams: { room: "blue" }
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/vnd.amazon.eventstream" }
        }
        initialResponseParams: { seat: 3 }
        events: [
            {
                type: "request"
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "initial-request" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"room\": \"blue\"}"
                bodyMediaType: "application/json"
            }
            {
                type: "response"
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "initial-response" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"seat\": 3}"
                bodyMediaType: "application/json"
            }
            {
                type: "request"
                params: { word: { text: "hi" } }
                headers: { ":event-type": { string: "word" } }
                body: "{\"text\": \"hi\"}"
                bodyMediaType: "application/json"
            }
            {
                type: "response"
                params: { heard: { length: 2 } }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "heard" }
                    ":content-type": { string: "application/json" }
                }
                body: "{\"length\": 2}"
                bodyMediaType: "application/json"
            }
        ]
    }
    {
        id: "MembersAreInAMessageOfBytes"
        protocol: rpcv2Json
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/vnd.amazon.eventstream" }
        }
        initialResponseParams: { seat: 3 }
        events: [
            {
                type: "response"
                bytes: "AAAAcQAAAFYjmOLXDTptZXNzYWdlLXR5cGUHAAVldmVudAs6ZXZlbnQtdHlwZQcAEGluaXRpYWwtcmVzcG9uc2UNOmNvbnRlbnQtdHlwZQcAEGFwcGxpY2F0aW9uL2pzb257InNlYXQiOiAzfU76wPI="
            }
        ]
    }
    {
        id: "TheMessageBeforeTheEventsMayBeWrong"
        protocol: rpcv2Json
        initialResponse: {
            code: 200
            headers: { "smithy-protocol": "rpc-v2-json", "Content-Type": "application/vnd.amazon.eventstream" }
            body: "{\"seat\": \"none\"}"
            bodyMediaType: "application/json"
        }
        expectation: { failure: {} }
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
    @timestampFormat("date-time")
    at: Timestamp
}

@streaming
union Replies {
    heard: Heard
    hushed: Hushed
}

structure Heard {
    length: Integer
    @timestampFormat("date-time")
    at: Timestamp
    many: BigInteger
}

@error("client")
structure Hushed {
    message: String
    code: String
}
