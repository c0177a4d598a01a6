$version: "2.0"

namespace protocols

use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of awsQuery, a case each.
@awsQuery
@xmlNamespace(uri: "https://ferry.example.com/2024")
service Ferry {
    version: "2024-03-01 a"
    operations: [Scalars, Times, Names, Lists, Maps, Shapes, Read, Nothing, Token, Bound, Host, Fail]
}

// ---- Requests: numbers, text, bytes

@httpRequestTests([
    {
        id: "ScalarsAreParameters"
        documentation: "One address; all but letters, digits and -._~ is encoded, in the version too."
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        requireHeaders: ["Content-Length"]
        body: "Action=Scalars&Version=2024-03-01%20a&text=a%20b%2Bc%2F%26%3D%25~-._%C3%A9%0A&yes=true&byte=-128&short=7&integer=0&long=-9223372036854775808&float=1.5&double=1e-7&bigInteger=-123456789012345678901234567890&bigDecimal=0.12345678901234567890123&bytes=aGVsbG8%2BPz4%3D&color=dark%20green&level=2"
        params: {
            text: "a b+c/&=%~-._é\n", yes: true, byte: -128, short: 7, integer: 0, long: -9223372036854775808
            float: 1.5, double: 1e-7, bigInteger: -123456789012345678901234567890
            bigDecimal: 0.12345678901234567890123, bytes: "hello>?>", color: "dark green", level: 2
        }
    }
    {
        id: "EmptyTextIsAnEmptyParameter"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Scalars&Version=2024-03-01%20a&text=&bytes="
        params: { text: "", bytes: "" }
    }
    {
        id: "WhatIsNoNumberHasNames"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Scalars&Version=2024-03-01%20a&float=NaN&double=-Infinity"
        params: { float: "NaN", double: "-Infinity" }
    }
])
operation Scalars {
    input: ScalarMembers
}

structure ScalarMembers {
    text: String
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

@httpRequestTests([
    {
        id: "TimesAreText"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Times&Version=2024-03-01%20a&plain=2015-01-25T08%3A00%3A00.5Z&header=Sun%2C%2025%20Jan%202015%2008%3A00%3A00%20GMT&target=1422172800"
        params: { plain: 1422172800.5, header: 1422172800, target: 1422172800 }
    }
])
operation Times {
    input := {
        plain: Timestamp
        @timestampFormat("http-date")
        header: Timestamp
        target: Epoch
    }
}

@timestampFormat("epoch-seconds")
timestamp Epoch

// ---- Requests: names, lists, maps

@httpRequestTests([
    {
        id: "NamesAreTakenFromTheTrait"
        documentation: "That of a structure names nothing; an attribute is a parameter like others."
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Names&Version=2024-03-01%20a&Other=a&inner.n=b&Given.n=c&attribute=d"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: { renamed: "a", inner: { name: "b" }, named: { name: "c" }, attribute: "d" }
    }
])
operation Names {
    input := {
        @xmlName("Other")
        renamed: String
        inner: Inner
        @xmlName("Given")
        named: Inner
        @xmlAttribute
        attribute: String
    }
}

@xmlName("NotUsed")
structure Inner {
    @xmlName("n")
    name: String
}

@httpRequestTests([
    {
        id: "ListsAreNumbered"
        documentation: "Below the name of the item, or flattened, right below that of the member."
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Lists&Version=2024-03-01%20a&names.member.1=a&names.member.2=&Renamed.item.1=b&matrix.member.1.member.1=1&matrix.member.1.member.2=2&flat.1=c&flat.2=d&Flat.1=e&inner.member.1.n=f&flatInner.1.n=g"
        params: {
            names: ["a", ""], renamed: ["b"], matrix: [[1, 2]], flat: ["c", "d"], renamedFlat: ["e"]
            inner: [{ name: "f" }], flatInner: [{ name: "g" }]
        }
    }
    {
        id: "AnEmptyListIsAnEmptyParameter"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Lists&Version=2024-03-01%20a&names=&Flat="
        params: { names: [], renamedFlat: [] }
    }
])
operation Lists {
    input := with [ListMembers] {}
}

@mixin
structure ListMembers {
    names: Texts
    @xmlName("Renamed")
    renamed: NamedItems
    matrix: Matrix
    @xmlFlattened
    flat: Texts
    @xmlFlattened
    @xmlName("Flat")
    renamedFlat: NamedItems
    inner: Inners
    @xmlFlattened
    flatInner: Inners
}

list Texts { member: String }
list Integers { member: Integer }
list Matrix { member: Integers }
list Inners { member: Inner }

list NamedItems {
    @xmlName("item")
    member: String
}

@httpRequestTests([
    {
        id: "MapsAreNumberedEntries"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Maps&Version=2024-03-01%20a&plain.entry.1.key=a%20b&plain.entry.1.value=1&named.entry.1.K=b&named.entry.1.V.n=c&flat.1.key=d&flat.1.value=2&Flat.1.K=e&Flat.1.V.n=f&lists.entry.1.key=red&lists.entry.1.value.member.1=3"
        params: {
            plain: { "a b": 1 }, named: { b: { name: "c" } }, flat: { d: 2 }, renamedFlat: { e: { name: "f" } }
            lists: { red: [3] }
        }
    }
    {
        id: "AnEmptyMapIsNothing"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Maps&Version=2024-03-01%20a"
        params: { plain: {}, flat: {} }
    }
])
operation Maps {
    input := with [MapMembers] {}
}

@mixin
structure MapMembers {
    plain: Numbers
    named: NamedEntries
    @xmlFlattened
    flat: Numbers
    @xmlFlattened
    @xmlName("Flat")
    renamedFlat: NamedEntries
    lists: NumbersByColor
}

map Numbers { key: String, value: Integer }
map NumbersByColor { key: Color, value: Integers }

map NamedEntries {
    @xmlName("K")
    key: String
    @xmlName("V")
    value: Inner
}

// ---- Requests: recursion and unions

@httpRequestTests([
    {
        id: "KeysNest"
        documentation: "A structure and a member without content are the end of a key."
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Shapes&Version=2024-03-01%20a&tree.name=a&tree.first.rest.member.1.name=b&tree.branch.1.first.name=c&choices.member.1.Text=x&choices.member.2.nothing=&choices.member.3.flat.1=1&choices.member.4.tree.name=y"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: {
            tree: { name: "a", first: { rest: [{ name: "b" }] }, branches: [{ first: { name: "c" } }] }
            choices: [{ text: "x" }, { nothing: {} }, { flat: [1] }, { tree: { name: "y" } }]
        }
    }
])
operation Shapes {
    input := {
        tree: Tree
        choices: Choices
    }
}

structure Tree {
    name: String
    first: Tree
    rest: Trees
    @xmlFlattened
    @xmlName("branch")
    branches: Trees
}

list Trees { member: Tree }
list Choices { member: Choice }

union Choice {
    @xmlName("Text")
    text: String
    nothing: Unit
    @xmlFlattened
    flat: Integers
    tree: Tree
}

// ---- Responses

@httpResponseTests([
    {
        id: "TheResultIsRead"
        documentation: "In an element of its own, before or behind what is said about the request."
        protocol: awsQuery
        code: 200
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        body: """
            <ReadResponse xmlns="https://ferry.example.com/2024">
              <ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>
              <ReadResult>
                <text>a&amp;b</text><yes>true</yes><double>-Infinity</double><bytes>aGVsbG8+Pz4=</bytes><color>red</color><level>2</level>
                <bigInteger>123456789012345678901234567890</bigInteger>
                <at>2015-01-25T09:00:00.123+01:00</at><epoch>1422172800</epoch>
              </ReadResult>
            </ReadResponse>"""
        params: {
            text: "a&b", yes: true, double: "-Infinity", bytes: "hello>?>", color: "red", level: 2
            bigInteger: 123456789012345678901234567890, at: 1422172800.123, epoch: 1422172800
        }
    }
    {
        id: "ListsAndMapsAreRead"
        protocol: awsQuery
        code: 200
        body: """
            <ReadResponse><ReadResult>
              <names><member>a</member><member/></names><Renamed><item>b</item></Renamed>
              <matrix><member><member>1</member></member><member/></matrix><flat>c</flat><Flat>e</Flat><flat>d</flat>
              <inner/><flatInner><n>g</n></flatInner>
              <plain><entry><key>a</key><value>1</value></entry></plain>
              <named><entry><K>b</K><V><n>c</n></V></entry></named><flatMap><key>d</key><value>2</value></flatMap>
              <lists><entry><key>red</key><value><member>3</member></value></entry></lists>
            </ReadResult></ReadResponse>"""
        params: {
            names: ["a", ""], renamed: ["b"], matrix: [[1], []], flat: ["c", "d"], renamedFlat: ["e"]
            inner: [], flatInner: [{ name: "g" }], plain: { a: 1 }, named: { b: { name: "c" } }, flatMap: { d: 2 }
            lists: { red: [3] }
        }
    }
    {
        id: "ShapesAreRead"
        documentation: "An attribute is one in a response."
        protocol: awsQuery
        code: 200
        body: """
            <ReadResponse><ReadResult attribute="x">
              <tree><branch/><first><rest><member><name>b</name></member></rest></first><branch><name>c</name></branch></tree>
              <choices><member><Text>x</Text></member><member><nothing/></member><member><flat>1</flat><flat>2</flat></member></choices>
            </ReadResult></ReadResponse>"""
        params: {
            tree: { first: { rest: [{ name: "b" }] }, branches: [{}, { name: "c" }] }
            choices: [{ text: "x" }, { nothing: {} }, { flat: [1, 2] }], attribute: "x"
        }
    }
])
operation Read {
    output := with [ListMembers] {
        text: String
        yes: Boolean
        double: Double
        bytes: Blob
        color: Color
        level: Level
        bigInteger: BigInteger
        at: Timestamp
        epoch: Epoch
        plain: Numbers
        named: NamedEntries
        @xmlFlattened
        flatMap: Numbers
        lists: NumbersByColor
        tree: Tree
        choices: Choices
        @xmlAttribute
        attribute: String
    }
}

// ---- Without members, tokens, bindings, hosts

@httpRequestTests([
    {
        id: "NoInputIsTheActionAlone"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        body: "Action=Nothing&Version=2024-03-01%20a"
    }
])
@httpResponseTests([
    { id: "NoOutputMayBeNothing", protocol: awsQuery, code: 200, body: "" }
    {
        id: "NoOutputHasNoResult"
        protocol: awsQuery
        code: 200
        body: "<NothingResponse><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></NothingResponse>"
    }
])
operation Nothing {}

@httpRequestTests([
    {
        id: "ATokenIsMadeUp"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Token&Version=2024-03-01%20a&token=00000000-0000-4000-8000-000000000000"
    }
    {
        id: "ATokenIsLeftAsItIs"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        body: "Action=Token&Version=2024-03-01%20a&token=mine"
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
        protocol: awsQuery
        method: "POST"
        uri: "/"
        forbidHeaders: ["x-header"]
        forbidQueryParams: ["q"]
        body: "Action=Bound&Version=2024-03-01%20a&header=a&query=b"
        params: { header: "a", query: "b" }
    }
])
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
        protocol: awsQuery
        method: "POST"
        uri: "/"
        host: "example.com"
        resolvedHost: "data-one.example.com"
        body: "Action=Host&Version=2024-03-01%20a&part=one"
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
@httpResponseTests([
    {
        id: "AnErrorHasTheNameOfItsShape"
        protocol: awsQuery
        code: 400
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        body: """
            <ErrorResponse xmlns="https://ferry.example.com/2024"><Error><Type>Sender</Type><Code>Refused</Code>
            <Message>no</Message><tree><name>a</name></tree></Error><RequestId>id</RequestId></ErrorResponse>"""
        params: { message: "no", tree: { name: "a" } }
    }
])
structure Refused {
    @xmlName("Message")
    message: String
    tree: Tree
}

@error("server")
@awsQueryError(code: "Ferry.Sunk", httpResponseCode: 402)
@httpResponseTests([
    {
        id: "OrTheCodeThatTheModelGives"
        documentation: "The status does not matter."
        protocol: awsQuery
        code: 402
        body: "<ErrorResponse><Error><Type>Receiver</Type><Code>Ferry.Sunk</Code><depth>7</depth></Error></ErrorResponse>"
        params: { depth: 7 }
    }
])
structure Broken {
    depth: Integer
}
