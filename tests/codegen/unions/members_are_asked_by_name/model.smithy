// carries: Choice
// snapshot accessors: src/shapes/choice.rs impl Choice fn as_point, impl Choice fn is_point, impl Choice fn is_unknown
$version: "2.0"
namespace example

union Choice { point: Point }
structure Point { x: Integer }
