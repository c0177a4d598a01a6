// presign: GetCallerName, GetSilence
// snapshot asked: src/operation/get_caller_name.rs fn serialize, mod builders macro presigned_operation
// snapshot other: src/operation/set_caller_name.rs fn serialize
// snapshot crate: src/lib.rs
// snapshot manifest: Cargo.toml
$version: "2.0"
namespace example

@aws.api#service(sdkId: "Callers")
@aws.auth#sigv4(name: "callers")
@aws.protocols#awsQuery
@xmlNamespace(uri: "https://example.com/")
service Callers { version: "1", operations: [GetCallerName, GetSilence, SetCallerName] }

operation GetCallerName { input := { greeting: String }, output := { name: String } }
operation GetSilence {}
operation SetCallerName { input := { name: String } }
