// snapshot kind: src/shapes/refused.rs impl Refused fn retryable_error_kind, impl Modeled for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused] }

@error("server")
@retryable(throttling: true)
structure Refused {}
