$version: "2.0"

namespace protocols

use aws.protocols#ec2Query
use aws.protocols#ec2QueryName
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of ec2Query, a case each.
@ec2Query
@xmlNamespace(uri: "https://barn.example.com/2024")
service Barn {
    version: "2024-03-01"
    operations: [Scalars, Names, Lists, Shapes, Read, Nothing, Token, Host, Fail]
}

// ---- Requests

@httpRequestTests([
    {
        id: "ScalarsAreParametersWithCapitals"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        requireHeaders: ["Content-Length"]
        body: "Action=Scalars&Version=2024-03-01&Text=a%20b%2B%26%3D~%C3%A9&Yes=false&Integer=-1&Long=9223372036854775807&Float=1.5&Double=Infinity&BigDecimal=0.12345678901234567890123&Bytes=aGVsbG8%2BPz4%3D&Color=dark%20green&Level=2&Plain=2015-01-25T08%3A00%3A00.5Z&Header=Sun%2C%2025%20Jan%202015%2008%3A00%3A00%20GMT&Target=1422172800"
        params: {
            text: "a b+&=~é", yes: false, integer: -1, long: 9223372036854775807, float: 1.5, double: "Infinity"
            bigDecimal: 0.12345678901234567890123, bytes: "hello>?>", color: "dark green", level: 2
            plain: 1422172800.5, header: 1422172800, target: 1422172800
        }
    }
    {
        id: "EmptyTextIsAnEmptyParameter"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Scalars&Version=2024-03-01&Text=&Double=NaN&Bytes="
        params: { text: "", bytes: "", double: "NaN" }
    }
])
operation Scalars {
    input: ScalarMembers
}

structure ScalarMembers {
    text: String
    yes: Boolean
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigDecimal: BigDecimal
    bytes: Blob
    color: Color
    level: Level
    plain: Timestamp
    @timestampFormat("http-date")
    header: Timestamp
    target: Epoch
}

enum Color {
    RED = "red"
    DARK_GREEN = "dark green"
}

intEnum Level {
    LOW = 1
    HIGH = 2
}

@timestampFormat("epoch-seconds")
timestamp Epoch

@httpRequestTests([
    {
        id: "NamesAreTheirOwnOrHaveCapitals"
        documentation: "The name of this protocol is taken as it is, the other one with a capital, in structures too."
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Names&Version=2024-03-01&own=a&both=b&XmlOnly=c&Member=d&Already=e&InnerStructure.deepName=f&InnerStructure.OtherName=g&Attribute=h"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: {
            withOwn: "a", withBoth: "b", withXml: "c", member: "d", Already: "e"
            inner: { withOwn: "f", withXml: "g" }, attribute: "h"
        }
    }
])
operation Names {
    input := {
        @ec2QueryName("own")
        withOwn: String
        @ec2QueryName("both")
        @xmlName("notUsed")
        withBoth: String
        @xmlName("xmlOnly")
        withXml: String
        member: String
        Already: String
        @xmlName("innerStructure")
        inner: Inner
        @xmlAttribute
        attribute: String
    }
}

structure Inner {
    @ec2QueryName("deepName")
    withOwn: String
    @xmlName("otherName")
    withXml: String
}

@httpRequestTests([
    {
        id: "ListsAreFlattened"
        documentation: "All of them; the names of their items mean nothing."
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Lists&Version=2024-03-01&Plain.1=a&Plain.2=&Named.1=b&Renamed.1=c&own.1=d&Flat.1=e&Matrix.1.1=1&Matrix.1.2=2&Inner.1.OtherName=f&Holder.Names.1=g&Holder.Names.2=h"
        params: {
            plain: ["a", ""], named: ["b"], other: ["c"], withOwn: ["d"], flat: ["e"], matrix: [[1, 2]]
            inner: [{ withXml: "f" }], holder: { names: ["g", "h"] }
        }
    }
    {
        id: "EmptyListsAreNothing"
        documentation: "Neither at the top nor further down."
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Lists&Version=2024-03-01&Matrix.2.1=3"
        params: { plain: [], flat: [], matrix: [[], [3]], inner: [], holder: { names: [] } }
    }
])
operation Lists {
    input := {
        plain: Texts
        named: NamedItems
        @xmlName("renamed")
        other: NamedItems
        @ec2QueryName("own")
        withOwn: Texts
        @xmlFlattened
        flat: Texts
        matrix: Matrix
        inner: Inners
        holder: Holder
    }
}

structure Holder { names: Texts }
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
        id: "KeysNest"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Shapes&Version=2024-03-01&Tree.Name=a&Tree.First.Rest.1.Name=b&Choices.1.TextOnly=x&Choices.2.Nothing=&Choices.3.Tree.Name=y&Choices.4.Numbers.1=1"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: {
            tree: { name: "a", first: { rest: [{ name: "b" }] } }
            choices: [{ text: "x" }, { nothing: {} }, { tree: { name: "y" } }, { numbers: [1] }]
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
}

list Trees { member: Tree }
list Choices { member: Choice }

union Choice {
    @xmlName("textOnly")
    text: String
    nothing: Unit
    tree: Tree
    numbers: Integers
}

// ---- Responses

@httpResponseTests([
    {
        id: "TheDocumentIsRead"
        documentation: "No element is around its members, and names are those of XML, as they are."
        protocol: ec2Query
        code: 200
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        body: """
            <ReadResponse xmlns="https://barn.example.com/2024" attribute="x">
              <requestId>id</requestId>
              <withOwn>a</withOwn><own>no</own><xmlOnly>b</xmlOnly><Yes>true</Yes><yes>false</yes>
              <double>NaN</double><bytes>aGVsbG8+Pz4=</bytes><color>red</color>
              <at>2015-01-25T08:00:00.123Z</at><epoch>1422172800</epoch>
            </ReadResponse>"""
        params: {
            withOwn: "a", withXml: "b", yes: false, double: "NaN", bytes: "hello>?>", color: "red"
            at: 1422172800.123, epoch: 1422172800, attribute: "x"
        }
    }
    {
        id: "ListsAndShapesAreRead"
        documentation: "Here only those are flattened that the model says it of."
        protocol: ec2Query
        code: 200
        body: """
            <ReadResponse>
              <plain><member>a</member><member/></plain><named><item>b</item></named><flat>c</flat><flat>d</flat>
              <inner><member><withOwn>e</withOwn><otherName>f</otherName></member></inner>
              <tree><name>a</name><first><rest><member><name>b</name></member></rest></first></tree>
              <choices><member><textOnly>x</textOnly></member><member><nothing/></member></choices>
              <map><entry><key>k</key><value>1</value></entry></map>
            </ReadResponse>"""
        params: {
            plain: ["a", ""], named: ["b"], flat: ["c", "d"], inner: [{ withOwn: "e", withXml: "f" }]
            tree: { name: "a", first: { rest: [{ name: "b" }] } }, choices: [{ text: "x" }, { nothing: {} }], map: { k: 1 }
        }
    }
])
operation Read {
    output := {
        @ec2QueryName("own")
        withOwn: String
        @xmlName("xmlOnly")
        withXml: String
        yes: Boolean
        double: Double
        bytes: Blob
        color: Color
        at: Timestamp
        epoch: Epoch
        plain: Texts
        named: NamedItems
        @xmlFlattened
        flat: Texts
        inner: Inners
        tree: Tree
        choices: Choices
        map: Numbers
        @xmlAttribute
        attribute: String
    }
}

map Numbers { key: String, value: Integer }

// ---- Without members, tokens, hosts

@httpRequestTests([
    {
        id: "NoInputIsTheActionAlone"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        body: "Action=Nothing&Version=2024-03-01"
    }
])
@httpResponseTests([
    { id: "NoOutputMayBeNothing", protocol: ec2Query, code: 200, body: "" }
    {
        id: "NoOutputMayBeTheRequestAlone"
        protocol: ec2Query
        code: 200
        body: "<NothingResponse><requestId>id</requestId><return>true</return></NothingResponse>"
    }
])
operation Nothing {}

@httpRequestTests([
    {
        id: "ATokenIsMadeUp"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Token&Version=2024-03-01&ClientToken=00000000-0000-4000-8000-000000000000"
    }
    {
        id: "ATokenIsLeftAsItIs"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Token&Version=2024-03-01&ClientToken=mine"
        params: { clientToken: "mine" }
    }
])
operation Token {
    input := {
        @idempotencyToken
        clientToken: String
    }
}

@httpRequestTests([
    {
        id: "TheHostHasAPrefix"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        host: "example.com"
        resolvedHost: "data-one.example.com"
        body: "Action=Host&Version=2024-03-01&Part=one"
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
        id: "AnErrorIsOneOfErrors"
        protocol: ec2Query
        code: 400
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        body: """
            <Response><Errors><Error><Code>Refused</Code><Message>no</Message><tree><name>a</name></tree></Error></Errors>
            <RequestID>id</RequestID></Response>"""
        params: { message: "no", tree: { name: "a" } }
    }
])
structure Refused {
    @xmlName("Message")
    message: String
    tree: Tree
}

@error("server")
@httpResponseTests([
    {
        id: "AnErrorMayHaveNoMembers"
        protocol: ec2Query
        code: 503
        body: "<Response><RequestID>id</RequestID><Errors><Error><Code>Broken</Code></Error></Errors></Response>"
    }
])
structure Broken {}
