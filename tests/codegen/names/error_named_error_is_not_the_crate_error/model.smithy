// snapshot variant: src/operation/try_.rs enum TryError
// snapshot types: src/types.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Error] }
@error("client")
structure Error { message: String }
