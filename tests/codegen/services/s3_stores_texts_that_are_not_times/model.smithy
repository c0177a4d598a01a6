// snapshot input: src/operation/put_object.rs struct PutObjectInput, fn serialize
// snapshot output with docs: src/operation/head_object.rs struct HeadObjectOutput, impl HeadObjectOutput, fn read_output
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [HeadObject, PutObject] }

@http(method: "HEAD", uri: "/object")
@readonly
operation HeadObject {
    output := {
        /// When the object is stale.
        @httpHeader("Expires")
        Expires: String
    }
}

@http(method: "PUT", uri: "/object")
operation PutObject {
    input := {
        @httpHeader("x-amz-fwd-header-Expires")
        Expires: String
    }
}
