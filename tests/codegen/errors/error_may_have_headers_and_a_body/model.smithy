// snapshot read: src/shapes/refused.rs impl ReadError for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused] }

@error("client")
@httpError(418)
structure Refused {
    @httpHeader("Retry-After") after: Integer
    fields: Names
}
list Names { member: String }
