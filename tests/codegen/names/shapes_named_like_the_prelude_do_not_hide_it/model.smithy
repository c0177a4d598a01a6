// carries: Option, Result, String2, Vec, Box, Some, Error, Builders
// snapshot option: src/shapes/option.rs struct Option, impl Option fn read
// snapshot types: src/types.rs
$version: "2.0"
namespace example

structure Option { some: Vec }
structure Result { ok: Box }
structure String2 { text: String }
structure Vec { elements: Options }
structure Box { option: Option }
union Some { none: Unit, ok: Ok }
structure Ok {}
structure Error { message: String }
structure Builders { count: Integer }
list Options { member: Option }
