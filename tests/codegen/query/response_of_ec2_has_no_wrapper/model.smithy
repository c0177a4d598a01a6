// snapshot request: src/operation/grow.rs fn serialize
// snapshot response: src/operation/grow.rs fn deserialize, fn read_output
$version: "2.0"
namespace example

@aws.protocols#ec2Query
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Grow] }

operation Grow {
    input := { name: String, ids: Ids }
    output := { plant: Plant }
}
list Ids { member: String }
structure Plant { name: String }
