// carries: Choice
// snapshot type with docs: src/shapes/choice.rs enum Choice
$version: "2.0"
namespace example

union Choice { unknown: String }
