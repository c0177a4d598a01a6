// snapshot traits: src/operation.rs
// snapshot output: src/operation/get_object.rs struct GetObjectOutput, macro request_ids, fn read_output
// snapshot contract: src/shapes/no_such_key.rs use
// snapshot error: src/error.rs impl RequestIdExt for Error, impl RequestId for Error
// snapshot service: src/meta.rs static SERVICE
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [GetObject] }

@http(method: "GET", uri: "/{Key}")
@readonly
operation GetObject {
    input := { @required @httpLabel Key: String }
    output := { @httpPayload Body: Blob }
    errors: [NoSuchKey]
}

@error("client")
structure NoSuchKey {}
