// carries: Plant, Choice
// snapshot structure: src/shapes/plant.rs impl Write for Plant, impl Read for Plant
// snapshot union: src/shapes/choice.rs impl Write for Choice, impl Read for Choice
$version: "2.0"
namespace example

@aws.protocols#ec2Query
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Plant {
    name: String
    @aws.protocols#ec2QueryName("own")
    height: Integer
    @xmlName("latin")
    other: String
}
union Choice {
    text: String
    plant: Plant
}
