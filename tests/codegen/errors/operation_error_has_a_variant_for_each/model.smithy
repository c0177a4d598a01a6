// snapshot type: src/operation/try_.rs enum TryError
// snapshot predicates: src/operation/try_.rs impl TryError fn is_refused, impl TryError fn read
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [Refused, Absent] }
@error("client")
structure Refused {}
@error("client")
structure Absent {}
