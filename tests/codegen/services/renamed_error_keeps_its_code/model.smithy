// snapshot type: src/operation/put.rs enum PutError, impl PutError
// snapshot read: src/operation/put.rs impl PutError fn read
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Shop {
    version: "1"
    operations: [Put]
    rename: { "other#Missing": "OtherMissing" }
}
operation Put { errors: [other#Missing], output := { missing: Missing } }
structure Missing { x: Integer }
