// snapshot operation: src/operation/reveal.rs static OPERATION
$version: "2.0"
namespace example

@http(method: "POST", uri: "/reveal")
operation Reveal { output := { nested: Nested } }
structure Nested { words: Words }
list Words { member: Word }
@sensitive
string Word
