// snapshot none: src/operation/nothing.rs fn serialize
// snapshot empty: src/operation/empty.rs fn serialize
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Garden { version: "1", operations: [Nothing, Empty] }

operation Nothing {}
operation Empty { input := {} }
