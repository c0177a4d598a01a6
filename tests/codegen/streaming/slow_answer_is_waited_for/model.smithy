// snapshot operation: src/operation/invoke.rs static OPERATION
$version: "2.0"
namespace com.amazonaws.lambda

@http(method: "POST", uri: "/invoke")
operation Invoke {}
