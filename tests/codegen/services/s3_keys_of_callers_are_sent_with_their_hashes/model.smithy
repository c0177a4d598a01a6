// snapshot copy: src/operation/copy_object.rs fn serialize
// snapshot features: Cargo.toml
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [CopyObject] }

@http(method: "PUT", uri: "/object")
operation CopyObject {
    input := {
        @httpHeader("x-key")
        SSECustomerKey: Key

        @httpHeader("x-key-MD5")
        SSECustomerKeyMD5: String

        @httpHeader("x-source-key")
        CopySourceSSECustomerKey: Key

        @httpHeader("x-source-key-MD5")
        CopySourceSSECustomerKeyMD5: String
    }
}

@sensitive
string Key
