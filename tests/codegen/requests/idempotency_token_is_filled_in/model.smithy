// snapshot operation: src/operation/create.rs static OPERATION, fn idempotency_token
$version: "2.0"
namespace example

@http(method: "POST", uri: "/create")
operation Create { input := { @idempotencyToken clientToken: String } }
