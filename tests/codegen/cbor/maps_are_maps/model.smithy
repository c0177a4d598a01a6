// carries: Holder
// snapshot codec: src/shapes/holder.rs impl Write for Holder, impl Read for Holder
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Garden { version: "1", operations: [Carry] }

structure Holder {
    numbers: Numbers
    lists: Lists
    parts: Parts
}
map Numbers { key: String, value: Integer }
list Names { member: String }
map Lists { key: Color, value: Names }
map Parts { key: String, value: Part }
structure Part { name: String }
enum Color { RED }
