// carries: Choice
// snapshot type: src/shapes/choice.rs enum Choice, impl Choice fn is_nothing, impl Choice fn write, impl Choice fn read
$version: "2.0"
namespace example

union Choice { nothing: Unit }
