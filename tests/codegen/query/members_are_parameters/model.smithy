// carries: Plant
// snapshot codec: src/shapes/plant.rs impl Write for Plant, impl Plant fn read
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Plant {
    name: String
    @required height: Integer
    @xmlName("When") at: Timestamp
    @xmlAttribute kind: String
    part: Part
    parent: Plant
}
structure Part { color: Color }
enum Color { RED }
