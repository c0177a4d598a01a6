// snapshot response: src/operation/grow.rs fn deserialize
// snapshot error: src/shapes/withered.rs impl ReadError for Withered
$version: "2.0"
namespace example

@aws.protocols#restXml(noErrorWrapping: true)
service Garden { version: "1", operations: [Grow] }

@http(method: "POST", uri: "/grow")
operation Grow { errors: [Withered] }
@error("client")
structure Withered { message: String, height: Integer }
