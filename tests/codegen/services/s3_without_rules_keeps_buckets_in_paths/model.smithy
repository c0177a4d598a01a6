// snapshot request: src/operation/delete_object.rs fn serialize
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.auth#sigv4(name: "s3")
@aws.protocols#restXml
service Objects { version: "1", operations: [DeleteObject] }

@idempotent
@http(method: "DELETE", uri: "/{Bucket}/{Key+}", code: 204)
operation DeleteObject {
    input := {
        @required @httpLabel @smithy.rules#contextParam(name: "Bucket") Bucket: String
        @required @httpLabel Key: String
    }
}
