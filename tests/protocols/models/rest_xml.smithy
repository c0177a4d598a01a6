$version: "2.0"

namespace protocols

use aws.protocols#restXml
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// The rules of restXml, a case each. Bodies without a `bodyMediaType` are compared as text.
@restXml
@xmlNamespace(uri: "https://herbarium.example.com/2024")
service Herbarium {
    version: "2024-03-01"
    operations: [
        Scalars, Times, Names, Lists, Maps, Attributes, Namespaces, Trees, Choices, Labels, Headers
        StructurePayload, Rooted, NamedPayload, UnionPayload, BlobPayload, TextPayload, Nothing, Host, Fail
    ]
}

// ---- Numbers, text, bytes

@http(method: "POST", uri: "/scalars")
@httpRequestTests([
    {
        id: "ScalarsAreElements"
        documentation: "The document has the name of the input and the namespace of the service."
        protocol: restXml
        method: "POST"
        uri: "/scalars"
        headers: { "Content-Type": "application/xml" }
        requireHeaders: ["Content-Length"]
        body: "<ScalarMembers xmlns=\"https://herbarium.example.com/2024\"><text> a&lt;b&gt; &amp; &#xD;&#xA;é</text><yes>false</yes><byte>-128</byte><short>7</short><integer>0</integer><long>-9223372036854775808</long><float>1.5</float><double>1e-7</double><bigInteger>-123456789012345678901234567890</bigInteger><bigDecimal>0.12345678901234567890123</bigDecimal><bytes>aGVsbG8+Pz4=</bytes><color>dark green</color><level>2</level></ScalarMembers>"
        params: {
            text: " a<b> & \r\né", yes: false, byte: -128, short: 7, integer: 0, long: -9223372036854775808
            float: 1.5, double: 1e-7, bigInteger: -123456789012345678901234567890
            bigDecimal: 0.12345678901234567890123, bytes: "hello>?>", color: "dark green", level: 2
        }
    }
    {
        id: "EmptyTextIsAnEmptyElement"
        protocol: restXml
        method: "POST"
        uri: "/scalars"
        body: "<ScalarMembers xmlns=\"https://herbarium.example.com/2024\"><text></text><bytes></bytes></ScalarMembers>"
        bodyMediaType: "application/xml"
        params: { text: "", bytes: "" }
    }
    {
        id: "WhatIsNoNumberHasNames"
        protocol: restXml
        method: "POST"
        uri: "/scalars"
        body: "<ScalarMembers xmlns=\"https://herbarium.example.com/2024\"><float>NaN</float><double>-Infinity</double></ScalarMembers>"
        bodyMediaType: "application/xml"
        params: { float: "NaN", double: "-Infinity" }
    }
])
@httpResponseTests([
    {
        id: "ScalarsAreRead"
        documentation: "The namespace of the document does not matter; entities, CDATA, comments and white space around numbers."
        protocol: restXml
        code: 200
        headers: { "Content-Type": "application/xml" }
        body: """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <ScalarMembers xmlns="https://other.example.com/">
              <text> a&lt;&#x42;&#67;<![CDATA[<d>]]><!-- in between --> </text>
              <yes>true</yes>
              <byte> 127 </byte>
              <unknown><text>no</text></unknown>
              <integer>-2147483648</integer>
              <float>2.5E1</float>
              <bigInteger>123456789012345678901234567890</bigInteger>
              <bigDecimal>1.50</bigDecimal>
              <bytes>aGVsbG8+Pz4=</bytes>
              <color>red</color>
              <level>1</level>
            </ScalarMembers>"""
        params: {
            text: " a<BC<d> ", yes: true, byte: 127, integer: -2147483648, float: 25.0
            bigInteger: 123456789012345678901234567890, bigDecimal: 1.50, bytes: "hello>?>", color: "red", level: 1
        }
    }
    {
        id: "WhatIsNoNumberIsRead"
        protocol: restXml
        code: 200
        body: "<ScalarMembers><float>-Infinity</float><double>NaN</double><text/><bytes></bytes></ScalarMembers>"
        params: { float: "-Infinity", double: "NaN", text: "", bytes: "" }
    }
])
operation Scalars {
    input: ScalarMembers
    output: ScalarMembers
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

// ---- Times

@http(method: "POST", uri: "/times")
@httpRequestTests([
    {
        id: "TimesAreText"
        protocol: restXml
        method: "POST"
        uri: "/times"
        body: """
            <TimesInput xmlns="https://herbarium.example.com/2024"><plain>2015-01-25T08:00:00.5Z</plain>
            <seconds>1422172800</seconds><header>Sun, 25 Jan 2015 08:00:00 GMT</header><target>1422172800</target>
            </TimesInput>"""
        bodyMediaType: "application/xml"
        params: { plain: 1422172800.5, seconds: 1422172800, header: 1422172800, target: 1422172800 }
    }
])
@httpResponseTests([
    {
        id: "TimesAreRead"
        protocol: restXml
        code: 200
        body: """
            <TimesOutput><plain>2015-01-25T09:00:00.123+01:00</plain><seconds>1422172800.25</seconds>
            <header>Sun, 25 Jan 2015 08:00:00 GMT</header><target>-1</target></TimesOutput>"""
        params: { plain: 1422172800.123, seconds: 1422172800.25, header: 1422172800, target: -1 }
    }
])
operation Times {
    input := with [TimeMembers] {}
    output := with [TimeMembers] {}
}

@mixin
structure TimeMembers {
    plain: Timestamp
    @timestampFormat("epoch-seconds")
    seconds: Timestamp
    @timestampFormat("http-date")
    header: Timestamp
    target: Epoch
}

@timestampFormat("epoch-seconds")
timestamp Epoch

// ---- Names

@http(method: "POST", uri: "/names")
@httpRequestTests([
    {
        id: "NamesAreTakenFromTheTrait"
        documentation: "That of a structure names the document only, not the members that it is the target of."
        protocol: restXml
        method: "POST"
        uri: "/names"
        body: """
            <Root xmlns="https://herbarium.example.com/2024"><Other>a</Other><inner><n>b</n></inner><Given><n>c</n></Given></Root>"""
        bodyMediaType: "application/xml"
        params: { renamed: "a", inner: { name: "b" }, named: { name: "c" } }
    }
])
@httpResponseTests([
    {
        id: "NamesAreReadFromTheTrait"
        documentation: "And are nothing but these names."
        protocol: restXml
        code: 200
        body: "<NamesOutput><renamed>x</renamed><Other>a</Other><Inner><n>x</n></Inner><inner><n>b</n></inner><Given><n>c</n></Given></NamesOutput>"
        params: { renamed: "a", inner: { name: "b" }, named: { name: "c" } }
    }
])
operation Names {
    input: NamesInput
    output: NamesOutput
}

@mixin
structure NameMembers {
    @xmlName("Other")
    renamed: String
    inner: Inner
    @xmlName("Given")
    named: Inner
}

@xmlName("Root")
structure NamesInput with [NameMembers] {}
structure NamesOutput with [NameMembers] {}

@xmlName("Inner")
structure Inner {
    @xmlName("n")
    name: String
}

// ---- Lists and maps

@http(method: "POST", uri: "/lists")
@httpRequestTests([
    {
        id: "ListsAreElementsOfElements"
        documentation: "Flattened, an item has the name of the member, and the one of the list means nothing."
        protocol: restXml
        method: "POST"
        uri: "/lists"
        body: "<ListsInput xmlns=\"https://herbarium.example.com/2024\"><names><member>a</member><member></member></names><Renamed><item>b</item></Renamed><matrix><member><member>1</member><member>2</member></member><member></member></matrix><flat>c</flat><flat>d</flat><Flat>e</Flat><inner><member><n>f</n></member></inner><flatInner><n>g</n></flatInner><flatInner></flatInner><empty></empty></ListsInput>"
        params: {
            names: ["a", ""], renamed: ["b"], matrix: [[1, 2], []], flat: ["c", "d"], renamedFlat: ["e"]
            inner: [{ name: "f" }], flatInner: [{ name: "g" }, {}], empty: [], emptyFlat: []
        }
    }
])
@httpResponseTests([
    {
        id: "ListsAreRead"
        documentation: "Items of a flattened list may stand anywhere."
        protocol: restXml
        code: 200
        body: """
            <ListsOutput><flat>c</flat><names><member>a</member><other>x</other><member/></names><flat/><Renamed><item>b</item></Renamed>
            <matrix><member><member>1</member></member><member/></matrix><Flat>e</Flat><inner><member><n>f</n></member></inner>
            <flat>d</flat><flatInner><n>g</n></flatInner><flatInner/><empty/></ListsOutput>"""
        params: {
            names: ["a", ""], renamed: ["b"], matrix: [[1], []], flat: ["c", "", "d"], renamedFlat: ["e"]
            inner: [{ name: "f" }], flatInner: [{ name: "g" }, {}], empty: []
        }
    }
])
operation Lists {
    input := with [ListMembers] {}
    output := with [ListMembers] {}
}

@mixin
structure ListMembers {
    names: Texts
    @xmlName("Renamed")
    renamed: NamedItems
    matrix: Matrix
    @xmlFlattened
    flat: NamedItems
    @xmlFlattened
    @xmlName("Flat")
    renamedFlat: NamedItems
    inner: Inners
    @xmlFlattened
    flatInner: Inners
    empty: Texts
    @xmlFlattened
    emptyFlat: Texts
}

list Texts { member: String }
list Integers { member: Integer }
list Matrix { member: Integers }
list Inners { member: Inner }

list NamedItems {
    @xmlName("item")
    member: String
}

@http(method: "POST", uri: "/maps")
@httpRequestTests([
    {
        id: "MapsAreEntries"
        protocol: restXml
        method: "POST"
        uri: "/maps"
        body: "<MapsInput xmlns=\"https://herbarium.example.com/2024\"><plain><entry><key>a</key><value>1</value></entry></plain><named><entry><K>b</K><V><n>c</n></V></entry></named><flat><key>d</key><value>2</value></flat><Flat><K>e</K><V></V></Flat><nested><entry><key>red</key><value><entry><key>f</key><value>3</value></entry></value></entry></nested><empty></empty></MapsInput>"
        params: {
            plain: { a: 1 }, named: { b: { name: "c" } }, flat: { d: 2 }, renamedFlat: { e: {} }
            nested: { red: { f: 3 } }, empty: {}, emptyFlat: {}
        }
    }
])
@httpResponseTests([
    {
        id: "MapsAreRead"
        documentation: "A value may come before its key."
        protocol: restXml
        code: 200
        body: """
            <MapsOutput><flat><value>2</value><key>d</key></flat><plain><entry><key>a</key><value>1</value></entry>
            <entry><key>b</key><value>-1</value></entry></plain><named><entry><K>b</K><V><n>c</n></V></entry></named>
            <flat><key>x</key><value>3</value></flat><Flat><K>e</K><V/></Flat>
            <nested><entry><key>red</key><value><entry><key>f</key><value>3</value></entry></value></entry></nested><empty/></MapsOutput>"""
        params: {
            plain: { a: 1, b: -1 }, named: { b: { name: "c" } }, flat: { d: 2, x: 3 }, renamedFlat: { e: {} }
            nested: { red: { f: 3 } }, empty: {}
        }
    }
])
operation Maps {
    input := with [MapMembers] {}
    output := with [MapMembers] {}
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
    nested: NumbersByColor
    empty: Numbers
    @xmlFlattened
    emptyFlat: Numbers
}

map Numbers { key: String, value: Integer }
map NumbersByColor { key: Color, value: Numbers }

map NamedEntries {
    @xmlName("K")
    key: String
    @xmlName("V")
    value: Inner
}

// ---- Attributes and namespaces

@http(method: "POST", uri: "/attributes")
@httpRequestTests([
    {
        id: "AttributesStandInTheirElement"
        documentation: "Escaped, wherever the member stands in the structure."
        protocol: restXml
        method: "POST"
        uri: "/attributes"
        body: "<AttributesInput xmlns=\"https://herbarium.example.com/2024\" at=\"1\"><leaf xmlns:s=\"https://shape.example.com/\" s:kind=\"&lt;&quot;&amp;&#xA;\" level=\"2\" wide=\"true\" color=\"red\"><text>t</text></leaf></AttributesInput>"
        params: { leaf: { text: "t", kind: "<\"&\n", level: 2, wide: true, color: "red" }, at: 1 }
    }
])
@httpResponseTests([
    {
        id: "AttributesAreRead"
        documentation: "Of an empty element, in either kind of quotes, and of the document."
        protocol: restXml
        code: 200
        body: "<AttributesOutput at='1970-01-01T00:00:01Z'><leaf x:kind = '&lt;&quot;&#x41;' level=\"2\" xmlns:x=\"u\" wide='true' color=\"red\" more=\"x\"/></AttributesOutput>"
        params: { leaf: { kind: "<\"A", level: 2, wide: true, color: "red" }, at: 1 }
    }
])
operation Attributes {
    input := {
        @xmlNamespace(uri: "https://shape.example.com/", prefix: "s")
        leaf: Leaf
        @xmlAttribute
        @timestampFormat("epoch-seconds")
        at: Timestamp
    }
    output := {
        leaf: ReadLeaf
        @xmlAttribute
        at: Timestamp
    }
}

// The namespace is that of a payload; a member has its own.
@xmlNamespace(uri: "https://leaf.example.com/", prefix: "s")
structure Leaf {
    text: String
    @xmlAttribute
    @xmlName("s:kind")
    kind: String
    @xmlAttribute
    level: Level
    @xmlAttribute
    wide: Boolean
    @xmlAttribute
    color: Color
}

structure ReadLeaf {
    text: String
    @xmlAttribute
    @xmlName("x:kind")
    kind: String
    @xmlAttribute
    level: Level
    @xmlAttribute
    wide: Boolean
    @xmlAttribute
    color: Color
}

@http(method: "POST", uri: "/namespaces")
@httpRequestTests([
    {
        id: "NamespacesAreDeclaredWhereTheModelSays"
        documentation: "At members, items, keys and values; that of the input comes before that of the service."
        protocol: restXml
        method: "POST"
        uri: "/namespaces"
        body: "<NamespacesInput xmlns=\"https://input.example.com/?a&amp;b\"><one xmlns=\"https://one.example.com/\">a</one><p:two xmlns:p=\"https://two.example.com/\">b</p:two><list xmlns=\"https://list.example.com/\"><member xmlns:i=\"https://item.example.com/\">c</member></list><map><entry><key xmlns=\"https://key.example.com/\">d</key><value xmlns:v=\"https://value.example.com/\">e</value></entry></map></NamespacesInput>"
        params: { one: "a", two: "b", list: ["c"], map: { d: "e" } }
    }
])
@httpResponseTests([
    {
        id: "PrefixesAreNotCompared"
        protocol: restXml
        code: 200
        body: "<n:NamespacesOutput xmlns:n=\"u\"><n:one>a</n:one><q:two xmlns:q=\"w\">b</q:two></n:NamespacesOutput>"
        params: { one: "a", two: "b" }
    }
])
operation Namespaces {
    input: NamespacesInput
    output := {
        one: String
        two: String
    }
}

@xmlNamespace(uri: "https://input.example.com/?a&b")
structure NamespacesInput {
    @xmlNamespace(uri: "https://one.example.com/")
    one: String
    @xmlName("p:two")
    @xmlNamespace(uri: "https://two.example.com/", prefix: "p")
    two: String
    @xmlNamespace(uri: "https://list.example.com/")
    list: SpacedItems
    map: SpacedEntries
}

list SpacedItems {
    @xmlNamespace(uri: "https://item.example.com/", prefix: "i")
    member: String
}

map SpacedEntries {
    @xmlNamespace(uri: "https://key.example.com/")
    key: String
    @xmlNamespace(uri: "https://value.example.com/", prefix: "v")
    value: String
}

// ---- Recursion and unions

@http(method: "POST", uri: "/trees")
@httpRequestTests([
    {
        id: "TreesNest"
        protocol: restXml
        method: "POST"
        uri: "/trees"
        body: """
            <TreesInput xmlns="https://herbarium.example.com/2024"><tree><name>a</name><first><rest><member><name>b</name></member>
            <member></member></rest></first><branch><name>c</name></branch></tree></TreesInput>"""
        bodyMediaType: "application/xml"
        params: { tree: { name: "a", first: { rest: [{ name: "b" }, {}] }, branches: [{ name: "c" }] } }
    }
])
@httpResponseTests([
    {
        id: "TreesAreRead"
        protocol: restXml
        code: 200
        body: """
            <TreesOutput><tree><branch><first><name>d</name></first></branch><first><rest><member><name>b</name></member><member/></rest></first>
            <branch/></tree></TreesOutput>"""
        params: { tree: { first: { rest: [{ name: "b" }, {}] }, branches: [{ first: { name: "d" } }, {}] } }
    }
])
operation Trees {
    input := { tree: Tree }
    output := { tree: Tree }
}

structure Tree {
    name: String
    first: Tree
    rest: TreeList
    @xmlFlattened
    @xmlName("branch")
    branches: TreeList
}

list TreeList { member: Tree }

@http(method: "POST", uri: "/choices")
@httpRequestTests([
    {
        id: "UnionsAreElements"
        protocol: restXml
        method: "POST"
        uri: "/choices"
        body: """
            <ChoicesInput xmlns="https://herbarium.example.com/2024"><choices><member><Text>a</Text></member>
            <member><nothing></nothing></member><member><tree><name>b</name></tree></member><member><flat>1</flat><flat>2</flat></member><member><counts><key>k</key><value>3</value></counts></member>
            <member><list><member>c</member></list></member><member><at>1970-01-01T00:00:01Z</at></member></choices></ChoicesInput>"""
        bodyMediaType: "application/xml"
        params: {
            choices: [{ text: "a" }, { nothing: {} }, { tree: { name: "b" } }, { flat: [1, 2] }, { counts: { k: 3 } }, { list: ["c"] }, { at: 1 }]
        }
    }
])
@httpResponseTests([
    {
        id: "UnionsAreRead"
        protocol: restXml
        code: 200
        body: """
            <ChoicesOutput><choices><member><Text>a</Text></member><member><nothing/></member><member> <tree><name>b</name></tree> </member>
            <member><flat>1</flat><flat>2</flat></member><member><counts><key>k</key><value>3</value></counts>
            <counts><key>l</key><value>4</value></counts></member><member><list/></member></choices></ChoicesOutput>"""
        params: { choices: [{ text: "a" }, { nothing: {} }, { tree: { name: "b" } }, { flat: [1, 2] }, { counts: { k: 3, l: 4 } }, { list: [] }] }
    }
])
operation Choices {
    input := { choices: ChoiceList }
    output := { choices: ChoiceList }
}

list ChoiceList { member: Choice }

union Choice {
    @xmlName("Text")
    text: String
    nothing: Unit
    tree: Tree
    @xmlFlattened
    flat: Integers
    @xmlFlattened
    counts: Numbers
    list: Texts
    at: Timestamp
}

// ---- HTTP bindings

@http(method: "GET", uri: "/labels/{text}/{at}/{path+}?fixed&x=y")
@readonly
@httpRequestTests([
    {
        id: "LabelsAndQueriesAreEncoded"
        protocol: restXml
        method: "GET"
        uri: "/labels/a%20b%2Fc/2015-01-25T08%3A00%3A00Z/d/e%3F"
        queryParams: ["fixed", "x=y", "n=1", "n=2", "when=1422172800", "k=v"]
        forbidQueryParams: ["none"]
        forbidHeaders: ["Content-Type", "Content-Length"]
        body: ""
        params: { text: "a b/c", path: "d/e?", at: 1422172800, numbers: [1, 2], when: 1422172800, rest: { k: "v", n: "3" } }
    }
])
operation Labels {
    input := {
        @httpLabel
        @required
        text: String
        @httpLabel
        @required
        path: String
        @httpLabel
        @required
        at: Timestamp
        @httpQuery("n")
        numbers: Integers
        @httpQuery("when")
        when: Epoch
        @httpQuery("none")
        none: String
        @httpQueryParams
        rest: TextMap
    }
}

map TextMap { key: String, value: String }

@http(method: "POST", uri: "/headers", code: 201)
@httpRequestTests([
    {
        id: "BoundMembersAreNotInTheBody"
        documentation: "Without members of its own there is no document."
        protocol: restXml
        method: "POST"
        uri: "/headers"
        headers: { "x-at": "Sun, 25 Jan 2015 08:00:00 GMT", "x-names": "a, \"b,c\"", "x-meta-k": "v", "x-text": "" }
        forbidHeaders: ["Content-Type"]
        body: ""
        params: { at: 1422172800, names: ["a", "b,c"], meta: { k: "v" }, text: "" }
    }
])
@httpResponseTests([
    {
        id: "BoundMembersAreRead"
        protocol: restXml
        code: 202
        headers: { "X-At": "Sun, 25 Jan 2015 08:00:00 GMT", "x-names": "a, \"b,c\"", "x-meta-k": "v", "x-text": "t" }
        body: "<HeadersOutput><inBody>b</inBody></HeadersOutput>"
        params: { at: 1422172800, names: ["a", "b,c"], meta: { k: "v" }, text: "t", status: 202, inBody: "b" }
    }
])
operation Headers {
    input := with [HeaderMembers] {}
    output := with [HeaderMembers] {
        @httpResponseCode
        status: Integer
        inBody: String
    }
}

@mixin
structure HeaderMembers {
    @httpHeader("x-at")
    at: Timestamp
    @httpHeader("x-names")
    names: Texts
    @httpHeader("x-text")
    text: String
    @httpPrefixHeaders("x-meta-")
    meta: TextMap
}

@http(method: "PUT", uri: "/payload/structure")
@idempotent
@httpRequestTests([
    {
        id: "APayloadIsTheDocument"
        documentation: "With the name and the namespace of its structure."
        protocol: restXml
        method: "PUT"
        uri: "/payload/structure"
        headers: { "Content-Type": "application/xml" }
        body: "<Leaf xmlns:s=\"https://leaf.example.com/\" level=\"1\"><text>a</text></Leaf>"
        params: { leaf: { text: "a", level: 1 } }
    }
    {
        id: "AnAbsentPayloadIsNoBody"
        protocol: restXml
        method: "PUT"
        uri: "/payload/structure"
        body: ""
        params: {}
    }
])
@httpResponseTests([
    { id: "APayloadIsRead", protocol: restXml, code: 200, body: "<ReadLeaf level=\"1\"><text>a</text></ReadLeaf>", params: { leaf: { text: "a", level: 1 } } }
])
operation StructurePayload {
    input := {
        @httpPayload
        leaf: Leaf
    }
    output := {
        @httpPayload
        leaf: ReadLeaf
    }
}

@http(method: "GET", uri: "/rooted")
@readonly
@httpResponseTests([
    { id: "AnOutputHasTheNameItIsGiven", protocol: restXml, code: 200, headers: { "x-amzn-requestid": "r", "x-amz-request-id": "s" }, body: "<Given><text>a</text></Given>", params: { text: "a" } }
])
operation Rooted {
    output := @xmlName("g:Given") { text: String }
}

@http(method: "PUT", uri: "/payload/named")
@idempotent
@httpRequestTests([
    {
        id: "AMemberNamesItsPayload"
        documentation: "Before the name of the structure, and with a namespace of its own."
        protocol: restXml
        method: "PUT"
        uri: "/payload/named"
        body: "<Given xmlns=\"https://member.example.com/\"><n>a</n></Given>"
        params: { inner: { name: "a" } }
    }
])
@httpResponseTests([
    { id: "AMemberNamesThePayloadOfAResponse", protocol: restXml, code: 200, body: "<x:Taken xmlns:x=\"u\"><n>a</n></x:Taken>", params: { inner: { name: "a" } } }
])
operation NamedPayload {
    input := {
        @httpPayload
        @xmlName("Given")
        @xmlNamespace(uri: "https://member.example.com/")
        inner: Inner
    }
    output := {
        @httpPayload
        @xmlName("Taken")
        @xmlNamespace(uri: "https://member.example.com/")
        inner: Inner
    }
}

@http(method: "PUT", uri: "/payload/union")
@idempotent
@httpRequestTests([
    {
        id: "AUnionIsAPayload"
        documentation: "What has no namespace of its own has that of the service."
        protocol: restXml
        method: "PUT"
        uri: "/payload/union"
        body: "<Choice xmlns=\"https://herbarium.example.com/2024\"><Text>a</Text></Choice>"
        params: { choice: { text: "a" } }
    }
])
@httpResponseTests([
    { id: "AnAbsentUnionIsNone", protocol: restXml, code: 200, body: "" }
    { id: "AUnionIsReadFromAPayload", protocol: restXml, code: 200, body: "<Choice><Text>a</Text></Choice>", params: { choice: { text: "a" } } }
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

@http(method: "PUT", uri: "/payload/blob")
@idempotent
@httpRequestTests([
    {
        id: "ABlobIsTheBody"
        protocol: restXml
        method: "PUT"
        uri: "/payload/blob"
        headers: { "Content-Type": "application/octet-stream", "x-kind": "k" }
        body: "<not xml"
        params: { kind: "k", bytes: "<not xml" }
    }
])
@httpResponseTests([
    { id: "ABlobIsReadFromTheBody", protocol: restXml, code: 200, headers: { "x-kind": "k" }, body: "<not xml", params: { kind: "k", bytes: "<not xml" } }
])
operation BlobPayload {
    input := with [BlobMembers] {}
    output := with [BlobMembers] {}
}

@mixin
structure BlobMembers {
    @httpHeader("x-kind")
    kind: String
    @httpPayload
    bytes: Blob
}

@http(method: "PUT", uri: "/payload/text")
@idempotent
@httpRequestTests([
    {
        id: "TextIsTheBody"
        protocol: restXml
        method: "PUT"
        uri: "/payload/text"
        headers: { "Content-Type": "text/plain" }
        body: "a<b"
        params: { text: "a<b" }
    }
])
@httpResponseTests([
    { id: "AnEnumIsReadFromTheBody", protocol: restXml, code: 200, body: "red", params: { color: "red" } }
])
operation TextPayload {
    input := {
        @httpPayload
        text: String
    }
    output := {
        @httpPayload
        color: Color
    }
}

// ---- Without members, hosts

@http(method: "POST", uri: "/nothing")
@httpRequestTests([
    { id: "NoInputIsNoBody", protocol: restXml, method: "POST", uri: "/nothing", forbidHeaders: ["Content-Type"], body: "" }
])
@httpResponseTests([
    { id: "NoOutputIsNoBody", protocol: restXml, code: 200, body: "" }
])
operation Nothing {}

@http(method: "GET", uri: "/host/{part}")
@readonly
@httpRequestTests([
    { id: "TheHostHasAPrefix", protocol: restXml, method: "GET", uri: "/host/one", resolvedHost: "one.data.example.com", host: "example.com", body: "", params: { part: "one" } }
])
@endpoint(hostPrefix: "{part}.data.")
operation Host {
    input := {
        @required
        @hostLabel
        @httpLabel
        part: String
    }
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
        id: "AnErrorStandsInTheResponse"
        documentation: "Its members beside its code, and in headers."
        protocol: restXml
        code: 403
        headers: { "Content-Type": "application/xml", "x-why": "because" }
        body: """
            <ErrorResponse xmlns="https://herbarium.example.com/2024"><Error><Type>Sender</Type><Code>Refused</Code>
            <Message>no</Message><tree><name>a</name></tree></Error><RequestId>id</RequestId></ErrorResponse>"""
        params: { message: "no", why: "because", tree: { name: "a" } }
    }
])
structure Refused {
    @xmlName("Message")
    message: String
    @httpHeader("x-why")
    why: String
    tree: Tree
}

@error("server")
@httpResponseTests([
    {
        id: "AnErrorMayHaveNoMembers"
        protocol: restXml
        code: 500
        body: "<ErrorResponse><RequestId>id</RequestId><Error><Code>Broken</Code></Error></ErrorResponse>"
    }
])
structure Broken {}
