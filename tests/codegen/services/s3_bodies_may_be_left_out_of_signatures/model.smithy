// snapshot put: src/operation/put_object.rs impl MayBeUnsigned for PutObjectOutput
// snapshot operations: src/operation/write_get_object_response.rs static OPERATION
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.auth#sigv4(name: "s3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [PutObject, WriteGetObjectResponse] }

@http(method: "PUT", uri: "/object")
operation PutObject { input := { @httpPayload Body: Blob } }

@aws.auth#unsignedPayload
@http(method: "POST", uri: "/response")
operation WriteGetObjectResponse { input := { @httpPayload Body: Blob } }
