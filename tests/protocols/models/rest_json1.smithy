$version: "2.0"

namespace protocols

use aws.protocols#restJson1
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of restJson1, a case each. What a document looks like is in aws_json1_1.smithy
/// as well; here is what differs, and where members are bound to.
@restJson1
service Depot {
    version: "2024-03-01"
    operations: [
        Documents, Labels, GreedyLabel, Queries, QueryMap, Headers, HeaderLists
        StructurePayload, UnionPayload, DocumentPayload, BlobPayload, MediaPayload, TextPayload, EnumPayload
        Nothing, EmptyShapes, OnlyHeaders, Token, Host, Defaults, Fail
    ]
}

enum Color {
    RED = "red"
    DARK_GREEN = "dark green"
}

intEnum Level {
    LOW = 1
    HIGH = 2
}

list Texts { member: String }
list Colors { member: Color }
list Integers { member: Integer }
list Doubles { member: Double }
list Booleans { member: Boolean }
list Times { member: Timestamp }
list Epochs { member: Epoch }
map TextMap { key: String, value: String }
map TextListMap { key: String, value: Texts }

@timestampFormat("epoch-seconds")
timestamp Epoch

@timestampFormat("http-date")
timestamp HttpDate

// ---- Documents

@http(method: "POST", uri: "/documents")
@httpRequestTests([
    {
        id: "MembersHaveTheirJsonNames"
        protocol: restJson1
        method: "POST"
        uri: "/documents"
        headers: { "Content-Type": "application/json" }
        requireHeaders: ["Content-Length"]
        body: """
            {"Other Name": "a", "at": 0.5, "header": "Sun, 25 Jan 2015 08:00:00 GMT", "bytes": "aGVsbG8+Pz4=", "double": "NaN",
             "any": [null, {"x": 1.5}], "tree": {"n": "b", "rest": [{}]}, "choice": {"T": "c"}}"""
        bodyMediaType: "application/json"
        params: {
            renamed: "a", at: 0.5, header: 1422172800, bytes: "hello>?>", double: "NaN"
            any: [null, { x: 1.5 }], tree: { name: "b", rest: [{}] }, choice: { text: "c" }
        }
    }
    { id: "ADocumentIsThereWithoutMembers", protocol: restJson1, method: "POST", uri: "/documents", headers: { "Content-Type": "application/json" }, body: "{}" }
])
@httpResponseTests([
    {
        id: "MembersAreReadByTheirJsonNames"
        protocol: restJson1
        code: 200
        headers: { "Content-Type": "application/json" }
        body: """
            {"renamed": "x", "Other Name": "a", "at": 1422172800.123, "header": "Sun, 25 Jan 2015 08:00:00 GMT", "double": "Infinity",
             "any": {"k": []}, "tree": {"name": "x", "n": "b"}, "choice": {"__type": "x", "nothing": {}}}"""
        bodyMediaType: "application/json"
        params: {
            renamed: "a", at: 1422172800.123, header: 1422172800, double: "Infinity", any: { k: [] }, tree: { name: "b" }
            choice: { nothing: {} }
        }
    }
    { id: "AnAbsentDocumentHasNoMembers", protocol: restJson1, code: 200, body: "" }
])
operation Documents {
    input: DocumentMembers
    output: DocumentMembers
}

structure DocumentMembers {
    @jsonName("Other Name")
    renamed: String
    at: Timestamp
    header: HttpDate
    bytes: Blob
    double: Double
    any: Document
    tree: Tree
    choice: Choice
}

structure Tree {
    @jsonName("n")
    name: String
    rest: Trees
}

list Trees { member: Tree }

union Choice {
    @jsonName("T")
    text: String
    nothing: Unit
    tree: Tree
}

// ---- Labels and queries

@http(method: "GET", uri: "/labels/{text}/{color}/{level}/{double}/{yes}/{at}/{epoch}/end")
@readonly
@httpRequestTests([
    {
        id: "LabelsAreEncoded"
        protocol: restJson1
        method: "GET"
        uri: "/labels/%20%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%F0%9F%8C%B2~-._/dark%20green/2/-Infinity/true/2015-01-25T08%3A00%3A00Z/1422172800/end"
        forbidHeaders: ["Content-Type", "Content-Length"]
        body: ""
        params: {
            text: " %:/?#[]@!$&'()*+,;=🌲~-._", color: "dark green", level: 2, double: "-Infinity", yes: true
            at: 1422172800, epoch: 1422172800
        }
    }
])
operation Labels {
    input := {
        @httpLabel
        @required
        text: String
        @httpLabel
        @required
        color: Color
        @httpLabel
        @required
        level: Level
        @httpLabel
        @required
        double: Double
        @httpLabel
        @required
        yes: Boolean
        @httpLabel
        @required
        at: Timestamp
        @httpLabel
        @required
        epoch: Epoch
    }
}

@http(method: "DELETE", uri: "/greedy/{path+}/end", code: 204)
@idempotent
@httpRequestTests([
    {
        id: "AGreedyLabelKeepsItsSlashes"
        protocol: restJson1
        method: "DELETE"
        uri: "/greedy/a%20b/c/%3F/end"
        body: ""
        params: { path: "a b/c/?" }
    }
])
operation GreedyLabel {
    input := {
        @httpLabel
        @required
        path: String
    }
}

@http(method: "GET", uri: "/queries?fixed&also=this")
@readonly
@httpRequestTests([
    {
        id: "QueriesAreEncoded"
        documentation: "A list is a parameter an item; parameters of the address stay."
        protocol: restJson1
        method: "GET"
        uri: "/queries"
        queryParams: [
            "fixed", "also=this", "t=a%20b%26c%3D%2F", "empty=", "n=1", "n=-2", "d=NaN", "color=dark%20green", "color=red"
            "at=2015-01-25T08%3A00%3A00Z", "times=1970-01-01T00%3A00%3A01Z", "e=1", "yes=false"
        ]
        forbidQueryParams: ["none"]
        body: ""
        params: {
            text: "a b&c=/", empty: "", numbers: [1, -2], double: "NaN", colors: ["dark green", "red"], at: 1422172800
            times: [1], epoch: 1, yes: false
        }
    }
])
operation Queries {
    input := {
        @httpQuery("t")
        text: String
        @httpQuery("empty")
        empty: String
        @httpQuery("none")
        none: String
        @httpQuery("n")
        numbers: Integers
        @httpQuery("d")
        double: Double
        @httpQuery("color")
        colors: Colors
        @httpQuery("at")
        at: Timestamp
        @httpQuery("times")
        times: Times
        @httpQuery("e")
        epoch: Epoch
        @httpQuery("yes")
        yes: Boolean
    }
}

@http(method: "GET", uri: "/query-map")
@readonly
@httpRequestTests([
    {
        id: "AMapOfParametersYieldsToMembers"
        documentation: "The member's own parameter counts, and is there once."
        protocol: restJson1
        method: "GET"
        uri: "/query-map"
        queryParams: ["q=member", "k=a", "k=b"]
        body: ""
        params: { q: "member", rest: { q: ["map"], k: ["a", "b"] } }
    }
])
operation QueryMap {
    input := {
        @httpQuery("q")
        q: String
        @httpQueryParams
        rest: TextListMap
    }
}

// ---- Headers

@http(method: "POST", uri: "/headers")
@httpRequestTests([
    {
        id: "HeadersAreText"
        documentation: "Text with a media type is in base64."
        protocol: restJson1
        method: "POST"
        uri: "/headers"
        headers: {
            "x-text": "a, b", "x-integer": "-1", "x-double": "NaN", "x-yes": "true", "x-color": "dark green", "x-level": "2"
            "x-at": "Sun, 25 Jan 2015 08:00:00 GMT", "x-epoch": "1422172800", "x-media": "eyJhIjogMX0=", "x-meta-one": "1", "x-meta-two": "b c"
        }
        forbidHeaders: ["x-none"]
        body: "{\"inBody\": \"b\"}"
        bodyMediaType: "application/json"
        params: {
            text: "a, b", integer: -1, double: "NaN", yes: true, color: "dark green", level: 2, at: 1422172800, epoch: 1422172800
            media: "{\"a\": 1}", meta: { one: "1", two: "b c" }, inBody: "b"
        }
    }
])
@httpResponseTests([
    {
        id: "EmptyHeadersAreEmptyText"
        documentation: "And nothing of another type; what the service says about the request is no member."
        protocol: restJson1
        code: 200
        headers: {
            "x-text": "", "x-none": "", "x-integer": "", "x-double": "", "x-yes": "", "x-level": "", "x-at": "", "x-epoch": "", "x-media": "", "x-meta-one": ""
            "x-amzn-requestid": "r"
        }
        body: ""
        params: { text: "", none: "", media: "", meta: { one: "" }, status: 200 }
    }
    {
        id: "HeadersAreRead"
        documentation: "Whatever their case; white space around them is not theirs."
        protocol: restJson1
        code: 207
        headers: {
            "X-Text": " a, b ", "x-integer": "-1", "x-double": "-Infinity", "x-yes": "false", "x-color": "red", "x-level": "1"
            "x-at": "Sun, 25 Jan 2015 08:00:00 GMT", "x-epoch": "1.5", "x-media": "eyJhIjogMX0=", "X-Meta-One": "1", "x-meta-two": "b"
        }
        body: "{\"inBody\": \"b\", \"text\": \"no\"}"
        bodyMediaType: "application/json"
        params: {
            text: "a, b", integer: -1, double: "-Infinity", yes: false, color: "red", level: 1, at: 1422172800, epoch: 1.5
            media: "{\"a\": 1}", meta: { one: "1", two: "b" }, inBody: "b", status: 207
        }
    }
])
operation Headers {
    input := with [HeaderMembers] {}
    output := with [HeaderMembers] {
        @httpResponseCode
        status: Integer
    }
}

@mixin
structure HeaderMembers {
    @httpHeader("x-text")
    text: String
    @httpHeader("x-none")
    none: String
    @httpHeader("x-integer")
    integer: Integer
    @httpHeader("x-double")
    double: Double
    @httpHeader("x-yes")
    yes: Boolean
    @httpHeader("x-color")
    color: Color
    @httpHeader("x-level")
    level: Level
    @httpHeader("x-at")
    at: Timestamp
    @httpHeader("x-epoch")
    epoch: Epoch
    @httpHeader("x-media")
    media: Json
    @httpPrefixHeaders("x-meta-")
    meta: TextMap
    inBody: String
}

@mediaType("application/json")
string Json

@http(method: "GET", uri: "/header-lists")
@readonly
@httpRequestTests([
    {
        id: "ListsInHeadersHaveCommas"
        documentation: "Text that has one itself, or a quote, is quoted; times are not."
        protocol: restJson1
        method: "GET"
        uri: "/header-lists"
        headers: {
            "x-texts": "a, \"b,c\", \"d\\\"e\"", "x-colors": "red, dark green", "x-integers": "1, -2", "x-doubles": "1.5, NaN", "x-booleans": "true, false"
            "x-times": "Sun, 25 Jan 2015 08:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT", "x-epochs": "1, 2"
        }
        body: ""
        params: {
            texts: ["a", "b,c", "d\"e"], colors: ["red", "dark green"], integers: [1, -2], doubles: [1.5, "NaN"]
            booleans: [true, false], times: [1422172800, 1], epochs: [1, 2]
        }
    }
])
@httpResponseTests([
    {
        id: "ListsInHeadersAreSplit"
        documentation: "With white space or without, and dates at every second comma."
        protocol: restJson1
        code: 200
        headers: {
            "x-texts": "a ,\"b,c\",  \"d\\\"e\"", "x-colors": "red,dark green", "x-integers": "1,-2", "x-doubles": "1.5, Infinity", "x-booleans": "true,false"
            "x-times": "Sun, 25 Jan 2015 08:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT", "x-epochs": "1,2.5"
        }
        body: ""
        params: {
            texts: ["a", "b,c", "d\"e"], colors: ["red", "dark green"], integers: [1, -2], doubles: [1.5, "Infinity"]
            booleans: [true, false], times: [1422172800, 1], epochs: [1, 2.5]
        }
    }
])
operation HeaderLists {
    input := with [HeaderListMembers] {}
    output := with [HeaderListMembers] {}
}

@mixin
structure HeaderListMembers {
    @httpHeader("x-texts")
    texts: Texts
    @httpHeader("x-colors")
    colors: Colors
    @httpHeader("x-integers")
    integers: Integers
    @httpHeader("x-doubles")
    doubles: Doubles
    @httpHeader("x-booleans")
    booleans: Booleans
    @httpHeader("x-times")
    times: Times
    @httpHeader("x-epochs")
    epochs: Epochs
}

// ---- Payloads

@http(method: "PUT", uri: "/payload/structure")
@idempotent
@httpRequestTests([
    {
        id: "AStructureIsTheBody"
        protocol: restJson1
        method: "PUT"
        uri: "/payload/structure"
        headers: { "Content-Type": "application/json", "x-beside": "a" }
        body: "{\"n\": \"b\"}"
        bodyMediaType: "application/json"
        params: { beside: "a", tree: { name: "b" } }
    }
    {
        id: "AnAbsentStructureIsAnEmptyBody"
        protocol: restJson1
        method: "PUT"
        uri: "/payload/structure"
        headers: { "Content-Type": "application/json" }
        body: "{}"
    }
])
@httpResponseTests([
    { id: "AStructureIsReadFromTheBody", protocol: restJson1, code: 200, headers: { "x-beside": "a" }, body: "{\"n\": \"b\"}", bodyMediaType: "application/json", params: { beside: "a", tree: { name: "b" } } }
    { id: "AnEmptyBodyIsNoStructure", protocol: restJson1, code: 200, body: "" }
])
operation StructurePayload {
    input := with [StructurePayloadMembers] {}
    output := with [StructurePayloadMembers] {}
}

@mixin
structure StructurePayloadMembers {
    @httpHeader("x-beside")
    beside: String
    @httpPayload
    tree: Tree
}

@http(method: "PUT", uri: "/payload/union")
@idempotent
@httpRequestTests([
    { id: "AUnionIsTheBody", protocol: restJson1, method: "PUT", uri: "/payload/union", headers: { "Content-Type": "application/json" }, body: "{\"T\":\"a\"}", params: { choice: { text: "a" } } }
    { id: "AnAbsentUnionIsNoBody", protocol: restJson1, method: "PUT", uri: "/payload/union", forbidHeaders: ["Content-Type"], body: "" }
])
@httpResponseTests([
    { id: "AUnionIsReadFromTheBody", protocol: restJson1, code: 200, body: "{\"nothing\": {}}", bodyMediaType: "application/json", params: { choice: { nothing: {} } } }
])
operation UnionPayload {
    input := {
        @httpPayload
        choice: Choice
    }
    output := {
        @httpPayload
        choice: Choice
    }
}

@http(method: "PUT", uri: "/payload/document")
@idempotent
@httpRequestTests([
    { id: "ADocumentIsTheBody", protocol: restJson1, method: "PUT", uri: "/payload/document", headers: { "Content-Type": "application/json" }, body: "[1,null]", params: { any: [1, null] } }
])
@httpResponseTests([
    { id: "ADocumentIsReadFromTheBody", protocol: restJson1, code: 200, body: "\"a\"", bodyMediaType: "application/json", params: { any: "a" } }
])
operation DocumentPayload {
    input := {
        @httpPayload
        any: Document
    }
    output := {
        @httpPayload
        any: Document
    }
}

@http(method: "PUT", uri: "/payload/blob")
@idempotent
@httpRequestTests([
    { id: "BytesAreTheBody", protocol: restJson1, method: "PUT", uri: "/payload/blob", headers: { "Content-Type": "application/octet-stream" }, body: "a\"b", params: { bytes: "a\"b" } }
    { id: "ATypeThatIsAMemberComesFirst", protocol: restJson1, method: "PUT", uri: "/payload/blob", headers: { "Content-Type": "image/gif" }, body: "GIF", params: { bytes: "GIF", type: "image/gif" } }
])
@httpResponseTests([
    { id: "BytesAreReadFromTheBody", protocol: restJson1, code: 200, headers: { "Content-Type": "image/gif" }, body: "{", params: { bytes: "{", type: "image/gif" } }
    { id: "AnEmptyBodyIsNoBytes", protocol: restJson1, code: 200, body: "" }
])
operation BlobPayload {
    input := with [BlobPayloadMembers] {}
    output := with [BlobPayloadMembers] {}
}

@mixin
structure BlobPayloadMembers {
    @httpPayload
    bytes: Blob
    @httpHeader("Content-Type")
    type: String
}

@http(method: "PUT", uri: "/payload/media")
@idempotent
@httpRequestTests([
    { id: "AMediaTypeIsTheContentType", protocol: restJson1, method: "PUT", uri: "/payload/media", headers: { "Content-Type": "image/png" }, body: "PNG", params: { image: "PNG" } }
])
operation MediaPayload {
    input := {
        @httpPayload
        image: Png
    }
}

@mediaType("image/png")
blob Png

@http(method: "PUT", uri: "/payload/text")
@idempotent
@httpRequestTests([
    { id: "TextIsTheBody", protocol: restJson1, method: "PUT", uri: "/payload/text", headers: { "Content-Type": "text/plain" }, body: "a \"b\" é", params: { text: "a \"b\" é" } }
])
@httpResponseTests([
    { id: "TextIsReadFromTheBody", protocol: restJson1, code: 200, body: "a \"b\" é", params: { text: "a \"b\" é" } }
])
operation TextPayload {
    input := {
        @httpPayload
        text: String
    }
    output := {
        @httpPayload
        text: String
    }
}

@http(method: "PUT", uri: "/payload/enum")
@idempotent
@httpRequestTests([
    { id: "AnEnumIsTheBody", protocol: restJson1, method: "PUT", uri: "/payload/enum", headers: { "Content-Type": "text/plain" }, body: "dark green", params: { color: "dark green" } }
])
@httpResponseTests([
    { id: "AnEnumIsReadFromTheBody", protocol: restJson1, code: 200, body: "red", params: { color: "red" } }
])
operation EnumPayload {
    input := {
        @httpPayload
        color: Color
    }
    output := {
        @httpPayload
        color: Color
    }
}

// ---- Without members

@http(method: "POST", uri: "/nothing")
@httpRequestTests([
    { id: "NoInputIsNoBody", protocol: restJson1, method: "POST", uri: "/nothing", forbidHeaders: ["Content-Type"], body: "" }
])
@httpResponseTests([
    { id: "NoOutputIsNoBody", protocol: restJson1, code: 200, body: "" }
    { id: "NoOutputMayBeAnEmptyObject", protocol: restJson1, code: 200, body: "{}", bodyMediaType: "application/json" }
])
operation Nothing {}

@http(method: "POST", uri: "/empty")
@httpRequestTests([
    { id: "AnInputWithoutMembersIsNoBody", protocol: restJson1, method: "POST", uri: "/empty", forbidHeaders: ["Content-Type"], body: "" }
])
@httpResponseTests([
    { id: "AnOutputWithoutMembersMayHaveSome", protocol: restJson1, code: 200, body: "{\"later\": 1}", bodyMediaType: "application/json" }
])
operation EmptyShapes {
    input := {}
    output := {}
}

@http(method: "POST", uri: "/only-headers")
@httpRequestTests([
    { id: "BoundMembersNeedNoBody", protocol: restJson1, method: "POST", uri: "/only-headers", headers: { "x-a": "b" }, forbidHeaders: ["Content-Type"], body: "", params: { a: "b" } }
])
operation OnlyHeaders {
    input := {
        @httpHeader("x-a")
        a: String
    }
}

// ---- Tokens, hosts

@http(method: "POST", uri: "/token")
@httpRequestTests([
    { id: "ATokenIsMadeUp", protocol: restJson1, method: "POST", uri: "/token", queryParams: ["token=00000000-0000-4000-8000-000000000000"], body: "" }
    { id: "ATokenIsLeftAsItIs", protocol: restJson1, method: "POST", uri: "/token", queryParams: ["token=mine"], body: "", params: { token: "mine" } }
])
operation Token {
    input := {
        @httpQuery("token")
        @idempotencyToken
        token: String
    }
}

@http(method: "POST", uri: "/host")
@httpRequestTests([
    { id: "TheHostHasAPrefix", protocol: restJson1, method: "POST", uri: "/host", host: "example.com", resolvedHost: "data-one.example.com", body: "{\"part\":\"one\"}", params: { part: "one" } }
])
@endpoint(hostPrefix: "data-{part}.")
operation Host {
    input := {
        @required
        @hostLabel
        part: String
    }
}

@http(method: "POST", uri: "/defaults")
@httpRequestTests([
    {
        id: "WhatIsSetReplacesADefault"
        documentation: "A structure has its defaults, set or not; of an input, what is required and what is set is sent."
        protocol: restJson1
        method: "POST"
        uri: "/defaults"
        queryParams: ["count=2"]
        body: "{\"exact\": 2, \"huge\": 3, \"at\": 4, \"free\": \"b\", \"relaxed\": \"d\", \"inner\": {\"kind\": \"plain\", \"at\": -0.5}}"
        bodyMediaType: "application/json"
        params: { count: 2, exact: 2, huge: 3, at: 4, free: "b", relaxed: "d", inner: {} }
    }
])
@httpResponseTests([
    {
        id: "AMissingMemberHasItsDefault"
        protocol: restJson1
        code: 200
        body: "{}"
        bodyMediaType: "application/json"
        params: { exact: 1.50, infinite: "Infinity", before: -1.5 }
    }
])
operation Defaults {
    input := {
        @required @httpQuery("count") count: Integer = 1
        @required exact: BigDecimal = 1.50
        @required huge: BigInteger = 9223372036854775808
        @required at: Timestamp = -0.5
        @required @clientOptional relaxed: String = "c"
        free: String = "a"
        inner: Inner
    }
    output := {
        @required exact: BigDecimal = 1.50
        infinite: Double = "Infinity"
        before: Timestamp = -1.5
    }
}

structure Inner {
    kind: String = "plain"
    at: Timestamp = -0.5
}

// ---- Errors

@http(method: "POST", uri: "/fail")
operation Fail {
    errors: [Refused, Broken]
}

@error("client")
@httpError(403)
@httpResponseTests([
    {
        id: "AnErrorByHeader"
        documentation: "With an address behind its name; its own members in headers and in the body."
        protocol: restJson1
        code: 403
        headers: { "X-Amzn-Errortype": "Refused:http://internal.example.com/", "x-why": "because" }
        body: "{\"message\": \"no\", \"T\": {\"n\": \"a\"}}"
        bodyMediaType: "application/json"
        params: { message: "no", why: "because", tree: { name: "a" } }
    }
    { id: "AnErrorByHeaderWithNamespace", protocol: restJson1, code: 403, headers: { "X-Amzn-Errortype": "protocols#Refused" }, body: "{}", bodyMediaType: "application/json" }
    { id: "AnErrorByType", protocol: restJson1, code: 403, body: "{\"__type\": \"protocols#Refused:http://internal.example.com/\", \"Message\": \"no\"}", bodyMediaType: "application/json", params: { message: "no" } }
    { id: "AnErrorByCode", protocol: restJson1, code: 403, body: "{\"code\": \"Refused\"}", bodyMediaType: "application/json" }
])
structure Refused {
    message: String
    @httpHeader("x-why")
    why: String
    @jsonName("T")
    tree: Tree
}

@error("server")
@httpResponseTests([
    { id: "AnErrorMayHaveNoBody", protocol: restJson1, code: 500, headers: { "X-Amzn-Errortype": "Broken" }, body: "" }
])
structure Broken {}
