$version: "2.0"

namespace wire

use aws.auth#sigv4
use aws.protocols#restJson1

/// A service that has a member at every place of a message, in both directions.
@aws.api#service(sdkId: "Wire")
@restJson1
@sigv4(name: "wire")
@auth([])
@title("Wire")
service Wire {
    version: "2024-05-01"
    operations: [
        Labels
        Queries
        QueryLists
        Headers
        PrefixHeaders
        PayloadBlob
        PayloadMedia
        PayloadText
        PayloadEnum
        PayloadStructure
        PayloadUnion
        PayloadDocument
        Body
        Required
        Corrected
        Nothing
        HeaderOnly
        Token
        Status
        Fail
        Secret
        Pages
        Deep
        Upload
        UploadSized
        UploadImage
        UploadSigned
        UploadUnsigned
        Download
        Host
        HostOfShop
        PutDigest
        PutStreamDigest
        PutChecked
        PutCheckedStream
        GetChecked
        GetCheckedBody
        PutCompressed
        PutCompressedStream
        Look
    ]
}

// ---- Shapes ----

list Names { member: String }
list Integers { member: Integer }
list Doubles { member: Double }
list Booleans { member: Boolean }
list Colors { member: Color }
list Times { member: Timestamp }
@timestampFormat("epoch-seconds")
timestamp Epoch
@timestampFormat("http-date")
timestamp HttpDate
@timestampFormat("date-time")
timestamp DateTime
list Epochs { member: Epoch }
list DateTimes { member: DateTime }
@sparse
list SparseNames { member: String }
list Points { member: Point }
list Matrix { member: Integers }
map Texts { key: String, value: String }
map TextLists { key: String, value: Names }
@sparse
map SparseTexts { key: String, value: String }
map PointsByColor { key: Color, value: Point }
@mediaType("application/json")
string Json
@mediaType("image/png")
blob Png

enum Color {
    RED = "red"
    GREEN = "green"
}

intEnum Level {
    LOW = 1
    HIGH = 2
}

structure Point {
    @required
    x: Integer
    @jsonName("why")
    y: Integer = 7
    label: String
}

union Choice {
    text: String
    number: Integer
    point: Point
    names: Names
    nothing: Unit
    inner: Choice
}

// ---- Requests without a body ----

@readonly
@http(method: "GET", uri: "/labels/{text}/{number}/{flag}/{ratio}/{time}/{epoch}/{http}/{color}/all/{rest+}")
operation Labels {
    input := {
        @required @httpLabel text: String
        @required @httpLabel number: Long
        @required @httpLabel flag: Boolean
        @required @httpLabel ratio: Double
        @required @httpLabel time: Timestamp
        @required @httpLabel epoch: Epoch
        @required @httpLabel http: HttpDate
        @required @httpLabel color: Color
        @required @httpLabel rest: String
    }
}

@readonly
@http(method: "GET", uri: "/queries?fixed=a%20b&bare")
operation Queries {
    input := {
        @httpQuery("text") text: String
        @httpQuery("number") number: Integer
        @httpQuery("flag") flag: Boolean
        @httpQuery("ratio") ratio: Double
        @httpQuery("time") time: Timestamp
        @httpQuery("epoch") epoch: Epoch
        @httpQuery("http") http: HttpDate
        @httpQuery("color") color: Color
        @httpQuery("level") level: Level
        @httpQuery("name of list") names: Names
        @httpQuery("integers") integers: Integers
        @httpQuery("times") times: Times
        @httpQuery("epochs") epochs: Epochs
        @httpQuery("colors") colors: Colors
        @httpQueryParams more: Texts
    }
}

@readonly
@http(method: "GET", uri: "/query-lists")
operation QueryLists {
    input := {
        @httpQuery("taken") taken: String
        @httpQueryParams more: TextLists
    }
}

// ---- Headers ----

@mixin
structure HeaderMembers {
    @httpHeader("X-Text") text: String
    @httpHeader("X-Byte") byte: Byte
    @httpHeader("X-Short") short: Short
    @httpHeader("X-Integer") integer: Integer
    @httpHeader("X-Long") long: Long
    @httpHeader("X-Float") float: Float
    @httpHeader("X-Double") double: Double
    @httpHeader("X-Flag") flag: Boolean
    @httpHeader("X-Time") time: Timestamp
    @httpHeader("X-Epoch") epoch: Epoch
    @httpHeader("X-Date-Time") dateTime: DateTime
    @httpHeader("X-Color") color: Color
    @httpHeader("X-Level") level: Level
    @httpHeader("X-Json") json: Json
    @httpHeader("X-Names") names: Names
    @httpHeader("X-Integers") integers: Integers
    @httpHeader("X-Doubles") doubles: Doubles
    @httpHeader("X-Booleans") booleans: Booleans
    @httpHeader("X-Times") times: Times
    @httpHeader("X-Date-Times") dateTimes: DateTimes
    @httpHeader("X-Colors") colors: Colors
}

@http(method: "POST", uri: "/headers")
operation Headers {
    input := with [HeaderMembers] {}
    output := with [HeaderMembers] {}
}

@mixin
structure PrefixMembers {
    @httpHeader("X-Fixed") fixed: String
    @httpPrefixHeaders("X-Meta-") meta: Texts
}

@http(method: "POST", uri: "/prefix-headers")
operation PrefixHeaders {
    input := with [PrefixMembers] {}
    output := with [PrefixMembers] {}
}

// ---- Payloads ----

@http(method: "POST", uri: "/payload-blob")
operation PayloadBlob {
    input := { @httpPayload value: Blob }
    output := { @httpPayload value: Blob }
}

@http(method: "POST", uri: "/payload-media")
operation PayloadMedia {
    input := { @httpPayload value: Png, @httpHeader("Content-Type") contentType: String }
    output := { @httpPayload value: Png, @httpHeader("Content-Type") contentType: String }
}

@http(method: "POST", uri: "/payload-text")
operation PayloadText {
    input := { @httpPayload value: String }
    output := { @httpPayload value: String }
}

@http(method: "POST", uri: "/payload-enum")
operation PayloadEnum {
    input := { @httpPayload value: Color }
    output := { @httpPayload value: Color }
}

@http(method: "POST", uri: "/payload-structure")
operation PayloadStructure {
    input := { @httpPayload value: Point, @httpHeader("X-Text") text: String }
    output := { @httpPayload value: Point, @httpHeader("X-Text") text: String }
}

@http(method: "POST", uri: "/payload-union")
operation PayloadUnion {
    input := { @httpPayload value: Choice }
    output := { @httpPayload value: Choice }
}

@http(method: "POST", uri: "/payload-document")
operation PayloadDocument {
    input := { @httpPayload value: Document }
    output := { @httpPayload value: Document }
}

// ---- Bodies ----

@mixin
structure BodyMembers {
    text: String
    flag: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal
    blob: Blob
    time: Timestamp
    epoch: Epoch
    dateTime: DateTime
    http: HttpDate
    color: Color
    level: Level
    document: Document
    point: Point
    choice: Choice
    names: Names
    sparseNames: SparseNames
    points: Points
    matrix: Matrix
    colors: Colors
    dateTimes: DateTimes
    texts: Texts
    sparseTexts: SparseTexts
    pointsByColor: PointsByColor
    @jsonName("other name")
    renamed: String
}

@http(method: "POST", uri: "/body")
operation Body {
    input := with [BodyMembers] {}
    output := with [BodyMembers] {}
}

@http(method: "PUT", uri: "/required/{label}")
operation Required {
    input := {
        @required @httpLabel label: String
        @required @httpQuery("query") query: String
        @required @httpHeader("X-Header") header: String
        @required text: String
        @required point: Point
        @required @clientOptional relaxed: String
        @required kind: String = "plain"
        @required @httpQuery("count") count: Integer = 1
        free: String
    }
}

@http(method: "POST", uri: "/corrected")
operation Corrected {
    output := {
        value: Needy
    }
}

structure Needy {
    @required text: String
    @required number: Integer
    @required flag: Boolean
    @required blob: Blob
    @required time: Timestamp
    @required color: Color
    @required choice: Choice
    @required point: Point
    @required names: Names
    @required texts: Texts
    @required document: Document
    count: Integer = 3
    name: String = "unnamed"
}

@readonly
@http(method: "GET", uri: "/nothing")
operation Nothing {}

@http(method: "POST", uri: "/header-only")
operation HeaderOnly {
    input := { @httpHeader("X-Text") text: String }
}

@http(method: "POST", uri: "/token")
operation Token {
    input := {
        @idempotencyToken
        @required
        token: String
    }
}

// ---- Responses ----

@http(method: "POST", uri: "/status", code: 202)
operation Status {
    output := {
        @httpResponseCode status: Integer
        text: String
        @httpHeader("X-Text") header: String
    }
}

@http(method: "POST", uri: "/fail")
operation Fail {
    errors: [Broken, Busy, Gone]
}

@error("client")
@httpError(418)
structure Broken {
    message: String
    point: Point
    @httpHeader("X-Retry-In") retryIn: Integer
    @httpPrefixHeaders("X-Hint-") hints: Texts
}

@error("server")
@httpError(503)
@retryable(throttling: true)
structure Busy {
    @required
    Message: String
}

@error("client")
@httpError(410)
structure Gone {}

@http(method: "POST", uri: "/secret")
operation Secret {
    output := { password: Password, text: String }
}

@sensitive
string Password

@readonly
@paginated(inputToken: "token", outputToken: "page.next", items: "page.items", pageSize: "size")
@http(method: "GET", uri: "/pages")
operation Pages {
    input := { @httpQuery("token") token: String, @httpQuery("size") size: Integer }
    output := { page: Page }
}

structure Page { items: Points, next: String }
