// carries: Choice
// snapshot read: src/shapes/choice.rs impl Choice fn read
$version: "2.0"
namespace example

@aws.protocols#restXml
service Garden { version: "1", operations: [Carry] }

union Choice {
    @xmlFlattened names: Names
    @xmlFlattened sizes: Sizes
    @xmlFlattened choices: Choices
    @xmlFlattened byName: ByName
}
list Names { member: String }
map Sizes { key: String, value: Long }
list Choices { member: Choice }
map ByName { key: String, value: Choice }
