// carries: Choice
// snapshot codec: src/shapes/choice.rs impl Write for Choice, impl Choice fn read
$version: "2.0"
namespace example

@aws.protocols#restXml
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

union Choice {
    text: String
    nothing: Unit
    number: Long
    inner: Choice
    names: Names
}
list Names { member: String }
