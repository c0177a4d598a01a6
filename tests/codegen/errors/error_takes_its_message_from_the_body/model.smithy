// snapshot type: src/shapes/refused.rs struct Refused, impl Display for Refused
// snapshot read: src/shapes/refused.rs impl ReadError for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused] }

@error("client")
structure Refused {
    @required message: String
    reason: String
}
