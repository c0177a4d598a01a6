// snapshot error: src/error.rs enum Error
// snapshot from: src/error.rs impl From for Error
$version: "2.0"
namespace example

@http(method: "POST", uri: "/one")
operation One { errors: [Refused] }
@http(method: "POST", uri: "/two")
operation Two { errors: [Refused, Absent] }
@error("client")
structure Refused {}
@error("client")
structure Absent {}
