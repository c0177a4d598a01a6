// carries: Plant
// snapshot codec: src/shapes/plant.rs impl Write for Plant, impl Plant fn read
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Garden { version: "1", operations: [Carry] }

structure Plant {
    name: String
    @required height: Integer
    at: Timestamp
    seed: Blob
    part: Part
    parent: Plant
}
structure Part { color: Color }
enum Color { RED }
