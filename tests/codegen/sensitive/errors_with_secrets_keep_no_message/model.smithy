// snapshot operation: src/operation/reveal.rs static OPERATION
// snapshot read: src/shapes/refused.rs impl ReadError for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/reveal")
operation Reveal { errors: [Refused] }
@error("client")
structure Refused { message: String, hints: Words }
list Words { member: Word }
@sensitive
string Word
