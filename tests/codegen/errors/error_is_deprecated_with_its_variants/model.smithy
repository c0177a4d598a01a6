// snapshot operation: src/operation/op.rs enum OpError, impl OpError fn is_malformed_id
// snapshot crate: src/error.rs enum Error
$version: "2.0"
namespace example

@http(method: "POST", uri: "/op")
operation Op { errors: [MalformedId, Throttled] }

@error("client")
@deprecated(message: "it is part of Throttled", since: "2024")
structure MalformedId { message: String }

@error("client")
structure Throttled { message: String }
