$version: "2.0"

// One operation has traits that its protocol must not look at.
metadata suppressions = [{ id: "HttpBindingsMissing", namespace: "protocols" }]

namespace protocols

use aws.protocols#awsJson1_1
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of awsJson1_1, a case each.
@awsJson1_1
service Archive {
    version: "2024-03-01"
    operations: [Scalars, Times, Collections, Shapes, Anything, Defaulted, Nothing, EmptyShapes, Token, Bound, Host, Fail]
}

// ---- Numbers, text, bytes

@httpRequestTests([
    {
        id: "ScalarsAreMembersOfTheBody"
        documentation: "One address, the operation in a header, and names of members that `jsonName` does not change."
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "Archive.Scalars" }
        requireHeaders: ["Content-Length"]
        body: """
            {"text": "a\\"b\\\\c\\n\\u0001 é 🌲", "renamed": "kept", "yes": true, "byte": -128, "short": 32767,
             "integer": -2147483648, "long": 9223372036854775807, "float": 1.5, "double": -0.1,
             "bytes": "aGVsbG8+Pz4=", "color": "dark green", "level": 2}"""
        bodyMediaType: "application/json"
        params: {
            text: "a\"b\\c\n\u0001 é 🌲", renamed: "kept", yes: true, byte: -128, short: 32767
            integer: -2147483648, long: 9223372036854775807, float: 1.5, double: -0.1
            bytes: "hello>?>", color: "dark green", level: 2
        }
    }
    {
        id: "BigNumbersKeepTheirDigits"
        documentation: "Compared as text, since a JSON parser would cut them off."
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{\"bigInteger\":-123456789012345678901234567890,\"bigDecimal\":0.12345678901234567890123}"
        params: { bigInteger: -123456789012345678901234567890, bigDecimal: 0.12345678901234567890123 }
    }
    {
        id: "WhatIsNoNumberIsText"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{\"float\": \"-Infinity\", \"double\": \"NaN\"}"
        bodyMediaType: "application/json"
        params: { float: "-Infinity", double: "NaN" }
    }
    {
        id: "AbsentMembersAreNotWritten"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{}"
        params: {}
    }
])
@httpResponseTests([
    {
        id: "ScalarsAreRead"
        documentation: "Escapes and exponents too."
        protocol: awsJson1_1
        code: 200
        headers: { "Content-Type": "application/x-amz-json-1.1" }
        body: """
            {"text": "\\u00e9\\ud83c\\udf32\\/", "renamed": "kept", "yes": false, "byte": 127, "short": -32768, "integer": 7,
             "long": -9223372036854775808, "float": 25e-1, "double": 1E3, "bytes": "aGVsbG8+Pz4=", "color": "red",
             "level": 1, "bigInteger": 123456789012345678901234567890, "bigDecimal": -1.50}"""
        bodyMediaType: "application/json"
        params: {
            text: "é🌲/", renamed: "kept", yes: false, byte: 127, short: -32768, integer: 7
            long: -9223372036854775808, float: 2.5, double: 1000.0, bytes: "hello>?>", color: "red"
            level: 1, bigInteger: 123456789012345678901234567890, bigDecimal: -1.50
        }
    }
    {
        id: "WhatIsNoNumberIsReadFromText"
        protocol: awsJson1_1
        code: 200
        body: "{\"float\": \"Infinity\", \"double\": \"NaN\"}"
        bodyMediaType: "application/json"
        params: { float: "Infinity", double: "NaN" }
    }
    {
        id: "NullsAndUnknownMembersArePassedOver"
        protocol: awsJson1_1
        code: 200
        body: "{\"text\": null, \"else\": {\"deep\": [1, {\"x\": null}]}, \"__type\": \"x\", \"level\": 1}"
        bodyMediaType: "application/json"
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
        id: "TimesAreWrittenInTheirFormats"
        documentation: "Seconds without a trait; that of the member comes before that of its target."
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: """
            {"plain": 1422172800, "fraction": 0.25, "before": -1, "text": "2015-01-25T08:00:00Z",
             "header": "Sun, 25 Jan 2015 08:00:00 GMT", "target": "2015-01-25T08:00:00.5Z", "member": 1422172800}"""
        bodyMediaType: "application/json"
        params: {
            plain: 1422172800, fraction: 0.25, before: -1, text: 1422172800, header: 1422172800
            target: 1422172800.5, member: 1422172800
        }
    }
])
@httpResponseTests([
    {
        id: "TimesAreReadInTheirFormats"
        documentation: "Fractions in each of them, an offset, and an exponent."
        protocol: awsJson1_1
        code: 200
        body: """
            {"plain": 1.4221728E9, "fraction": 1422172800.123, "before": -0.5, "text": "2015-01-25T09:00:00+01:00",
             "header": "Sun, 25 Jan 2015 08:00:00.25 GMT", "target": "2015-01-25T08:00:00.123Z", "member": 1422172800}"""
        bodyMediaType: "application/json"
        params: {
            plain: 1422172800, fraction: 1422172800.123, before: -0.5, text: 1422172800, header: 1422172800.25
            target: 1422172800.123, member: 1422172800
        }
    }
])
operation Times {
    input: TimeMembers
    output: TimeMembers
}

structure TimeMembers {
    plain: Timestamp
    fraction: Timestamp
    before: Timestamp
    @timestampFormat("date-time")
    text: Timestamp
    @timestampFormat("http-date")
    header: Timestamp
    target: DateTime
    @timestampFormat("epoch-seconds")
    member: DateTime
}

@timestampFormat("date-time")
timestamp DateTime

// ---- Lists and maps

@httpRequestTests([
    {
        id: "ListsAndMapsAreWritten"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: """
            {"names": ["a", ""], "matrix": [[1, 2], []], "sparse": ["a", null], "byColor": {"red": ["x"]},
             "sparseMap": {"k": null}, "empty": [], "emptyMap": {}}"""
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
        protocol: awsJson1_1
        code: 200
        body: """
            {"names": ["a", ""], "matrix": [[], [3]], "sparse": [null, "b"], "byColor": {"red": [], "dark green": ["x"]},
             "sparseMap": {"k": null, "l": 1}, "empty": [], "emptyMap": {}}"""
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
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: """
            {"tree": {"name": "a", "first": {"name": "b", "rest": [{}, {"name": "c"}]}, "named": {"d": {}}},
             "choices": [{"text": "x"}, {"nothing": {}}, {"tree": {"name": "e"}}, {"names": ["y"]}, {"at": 1}]}"""
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
        protocol: awsJson1_1
        code: 200
        body: """
            {"tree": {"named": {"d": {"first": {"name": "e"}}}},
             "choices": [{"__type": "Choice", "text": "x"}, {"text": null, "nothing": {"new": 1}}, {"tree": {}}]}"""
        bodyMediaType: "application/json"
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

// ---- Documents

@httpRequestTests([
    {
        id: "DocumentsAreWritten"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{\"value\": {\"a\": [null, true, 1, -2.5, \"x\", {}, []]}, \"values\": {\"k\": \"v\", \"l\": 1}}"
        bodyMediaType: "application/json"
        params: { value: { a: [null, true, 1, -2.5, "x", {}, []] }, values: { k: "v", l: 1 } }
    }
])
@httpResponseTests([
    {
        id: "DocumentsAreRead"
        protocol: awsJson1_1
        code: 200
        body: "{\"value\": [{\"a\": null}, false, 18446744073709551615, \"x\"], \"values\": {\"k\": {\"l\": []}}}"
        bodyMediaType: "application/json"
        params: { value: [{ a: null }, false, 18446744073709551615, "x"], values: { k: { l: [] } } }
    }
])
operation Anything {
    input := {
        value: Document
        values: Documents
    }
    output := {
        value: Document
        values: Documents
    }
}

map Documents { key: String, value: Document }

// ---- Without members

@httpResponseTests([
    {
        id: "ADefaultIsWhatIsReadOfTheSameText"
        protocol: awsJson1_1
        code: 200
        headers: { "x-amzn-requestid": "r" }
        body: "{\"five\":5,\"minus\":-5,\"big\":18446744073709551615,\"bigger\":18446744073709551616,\"half\":0.5,\"whole\":5.0,\"power\":1e3,\"zero\":0}"
        bodyMediaType: "application/json"
        params: {}
    }
    {
        id: "ADefaultIsWhatIsGivenOfTheSameText"
        protocol: awsJson1_1
        code: 200
        body: "{}"
        bodyMediaType: "application/json"
        params: { five: 5, minus: -5, big: 18446744073709551615, bigger: 18446744073709551616, half: 0.5, whole: 5.0, power: 1e3, zero: 0 }
    }
])
operation Defaulted {
    output := {
        five: Document = 5
        minus: Document = -5
        big: Document = 18446744073709551615
        bigger: Document = 18446744073709551616
        half: Document = 0.5
        whole: Document = 5.0
        power: Document = 1e3
        zero: Document = 0
    }
}

@httpRequestTests([
    {
        id: "NoInputIsAnEmptyObject"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "Archive.Nothing" }
        body: "{}"
    }
])
@httpResponseTests([
    { id: "NoOutputMayBeAnEmptyObject", protocol: awsJson1_1, code: 200, body: "{}", bodyMediaType: "application/json" }
    { id: "NoOutputMayBeNothing", protocol: awsJson1_1, code: 200, body: "" }
])
operation Nothing {}

@httpRequestTests([
    { id: "AnInputWithoutMembersIsAnEmptyObject", protocol: awsJson1_1, method: "POST", uri: "/", body: "{}" }
])
@httpResponseTests([
    {
        id: "AnOutputWithoutMembersMayHaveSome"
        protocol: awsJson1_1
        code: 200
        body: "{\"later\": 1}"
        bodyMediaType: "application/json"
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
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{\"token\": \"00000000-0000-4000-8000-000000000000\"}"
        bodyMediaType: "application/json"
    }
    {
        id: "ATokenIsLeftAsItIs"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        body: "{\"token\": \"mine\"}"
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
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        forbidHeaders: ["x-header"]
        forbidQueryParams: ["q"]
        body: "{\"label\": \"a\", \"header\": \"b\", \"query\": \"c\"}"
        bodyMediaType: "application/json"
        params: { label: "a", header: "b", query: "c" }
    }
])
@http(method: "PUT", uri: "/bound/{label}")
@idempotent
operation Bound {
    input := {
        @httpLabel
        @required
        label: String
        @httpHeader("x-header")
        header: String
        @httpQuery("q")
        query: String
    }
}

@httpRequestTests([
    {
        id: "TheHostHasAPrefix"
        documentation: "What is in the prefix is in the body as well."
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        host: "example.com"
        resolvedHost: "data-one.example.com"
        body: "{\"part\": \"one\"}"
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

@httpRequestTests([{ id: "FailSendsNothing", protocol: awsJson1_1, method: "POST", uri: "/", body: "{}" }])
operation Fail {
    errors: [Refused, Broken]
}

@error("client")
@httpResponseTests([
    {
        id: "AnErrorByType"
        documentation: "The name alone; the message under a name with a capital."
        protocol: awsJson1_1
        code: 400
        headers: { "Content-Type": "application/x-amz-json-1.1" }
        body: "{\"__type\": \"Refused\", \"Message\": \"no\", \"why\": {\"name\": \"x\"}}"
        bodyMediaType: "application/json"
        params: { message: "no", why: { name: "x" } }
    }
    {
        id: "AnErrorByTypeWithNamespaceAndUrl"
        protocol: awsJson1_1
        code: 400
        body: "{\"message\": \"no\", \"__type\": \"protocols#Refused:http://internal.example.com/x#y\"}"
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
    {
        id: "AnErrorByHeader"
        documentation: "Which comes before the body."
        protocol: awsJson1_1
        code: 400
        headers: { "X-Amzn-Errortype": "Refused:http://internal.example.com/" }
        body: "{\"__type\": \"Other\", \"message\": \"no\"}"
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
    {
        id: "AnErrorByCode"
        protocol: awsJson1_1
        code: 400
        body: "{\"code\": \"protocols#Refused\", \"message\": \"no\"}"
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
])
structure Refused {
    message: String
    why: Tree
}

@error("server")
@httpError(503)
@httpResponseTests([
    {
        id: "AnErrorWithoutMembers"
        documentation: "The status does not say which error it is."
        protocol: awsJson1_1
        code: 500
        body: "{\"__type\": \"Broken\"}"
        bodyMediaType: "application/json"
    }
])
structure Broken {}
