// snapshot request: src/operation/grow.rs fn serialize
// snapshot response: src/operation/grow.rs fn deserialize, fn read_output
// snapshot nothing: src/operation/nothing.rs fn serialize
$version: "2.0"
namespace example

@aws.protocols#awsJson1_1
service Garden { version: "1", operations: [Grow, Nothing] }

operation Grow {
    input := { @jsonName("notUsed") name: String, height: Integer }
    output := { plant: Plant }
}
operation Nothing {}
structure Plant { name: String }
