// snapshot kind: src/shapes/refused.rs impl ProvideErrorKind for Refused
// snapshot modeled: src/shapes/refused.rs impl Modeled for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused] }

@error("server")
@retryable(throttling: true)
structure Refused {}
