// snapshot operation: src/operation/wait.rs static OPERATION
$version: "2.0"
namespace example

@longPoll(timeoutMillis: 20000)
@http(method: "POST", uri: "/wait")
operation Wait {}
