// snapshot write: src/shapes/label.rs impl Write for Label
// snapshot read: src/shapes/label.rs impl Read for Label
// snapshot all: src/shapes/corner.rs impl Read for Corner
$version: "2.0"
namespace example

@aws.protocols#restXml
service Shop { version: "1", operations: [Put] }
@http(method: "POST", uri: "/put")
operation Put { input := { label: Label }, output := { label: Label } }
structure Label {
    @xmlAttribute
    text: String

    @xmlAttribute
    number: Integer

    @xmlAttribute
    big: BigDecimal

    @xmlAttribute
    flag: Boolean

    @xmlAttribute
    color: Color

    @xmlAttribute
    count: Count

    @xmlAttribute
    at: Timestamp

    @xmlAttribute
    @xmlName("xsi:type")
    kind: String

    corner: Corner
}
structure Corner {
    @xmlAttribute
    round: Boolean
}
enum Color {
    RED
    BLUE
}
intEnum Count {
    ONE = 1
    TWO = 2
}
