// carries: Holder
// snapshot codec: src/shapes/holder.rs impl Write for Holder, impl Read for Holder
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Garden { version: "1", operations: [Carry] }

structure Holder {
    names: Names
    matrix: Matrix
    parts: Parts
    sparse: SparseNames
}
list Names { member: String }
list Numbers { member: Integer }
list Matrix { member: Numbers }
list Parts { member: Part }
structure Part { name: String }
@sparse
list SparseNames { member: String }
