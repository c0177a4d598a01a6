// snapshot request: src/operation/send.rs fn serialize
// snapshot response: src/operation/send.rs fn read_output
$version: "2.0"
namespace example

@aws.protocols#restXml
service Garden { version: "1", operations: [Send] }

@http(method: "POST", uri: "/send")
operation Send {
    input := { @httpPayload plant: Plant }
    output := { @httpPayload plant: Plant }
}
@xmlName("Flower")
@xmlNamespace(uri: "https://flower.example/")
structure Plant { name: String }
