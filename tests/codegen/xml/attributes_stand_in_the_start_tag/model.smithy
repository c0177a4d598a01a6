// carries: Plant
// snapshot codec: src/shapes/plant.rs impl Write for Plant, impl Read for Plant
$version: "2.0"
namespace example

@aws.protocols#restXml
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Plant {
    name: String
    @xmlAttribute
    kind: String
    @xmlAttribute
    @xmlName("x:height")
    height: Integer
}
