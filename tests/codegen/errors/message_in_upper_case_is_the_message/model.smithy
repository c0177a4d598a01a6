// snapshot type: src/shapes/refused.rs struct Refused, impl Refused fn message
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused] }

@error("client")
structure Refused { Message: String }
