// presign: PutThing
// snapshot request: src/operation/put_thing.rs fn serialize, mod builders macro presigned_operation
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.auth#sigv4(name: "s3")
@aws.protocols#restXml
service Boxes { version: "1", operations: [PutThing] }

@idempotent
@http(method: "PUT", uri: "/thing")
operation PutThing { input := { @httpPayload thing: String } }
