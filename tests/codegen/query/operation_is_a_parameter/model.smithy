// snapshot request: src/operation/grow.rs fn serialize
// snapshot response: src/operation/grow.rs fn deserialize, fn read_output
// snapshot error: src/operation/grow.rs impl GrowError fn read
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "2024 a", operations: [Grow] }

operation Grow {
    input := { name: String, height: Integer }
    output := { plant: Plant }
    errors: [Withered]
}
structure Plant { name: String }
@error("client")
@aws.protocols#awsQueryError(code: "Garden.Withered", httpResponseCode: 410)
structure Withered { message: String }
