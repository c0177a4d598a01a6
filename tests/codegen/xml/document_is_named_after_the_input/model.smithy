// snapshot request: src/operation/grow.rs fn serialize
// snapshot response: src/operation/grow.rs fn deserialize, fn read_output
// snapshot error: src/operation/grow.rs impl GrowError fn read
$version: "2.0"
namespace example

@aws.protocols#restXml
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Grow] }

@http(method: "POST", uri: "/grow/{name}")
operation Grow {
    input: GrowRequest
    output := { @xmlAttribute id: String, plant: Plant }
    errors: [Withered]
}
structure GrowRequest {
    @required
    @httpLabel
    name: String
    height: Integer
    @xmlAttribute
    kind: String
}
structure Plant { name: String }
@error("client")
structure Withered { message: String }
