// snapshot request: src/operation/grow.rs fn serialize
// snapshot response: src/operation/grow.rs fn deserialize, fn read_output
// snapshot error: src/operation/grow.rs impl GrowError fn read
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Garden { version: "1", operations: [Grow] }

operation Grow {
    input := { name: String, height: Integer }
    output := { plant: Plant }
    errors: [Withered]
}
structure Plant { name: String }
@error("client")
structure Withered { message: String }
