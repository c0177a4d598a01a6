// snapshot empty: src/operation/get_object.rs fn serialize, mod builders macro presigned_operation
// snapshot payload: src/operation/put_object_acl.rs fn serialize, mod builders macro presigned_operation
// snapshot members: src/operation/select_object.rs fn serialize
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [GetObject, PutObjectAcl, SelectObject] }

@http(method: "GET", uri: "/object")
operation GetObject { output := { @httpPayload result: Rules } }

@http(method: "PUT", uri: "/object?acl")
operation PutObjectAcl { input := { @httpPayload rules: Rules } }
structure Rules { owner: String }

@http(method: "POST", uri: "/object?select")
operation SelectObject { input := { expression: String } }
