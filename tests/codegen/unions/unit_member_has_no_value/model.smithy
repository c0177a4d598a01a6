// carries: Choice
// snapshot type: src/shapes/choice.rs enum Choice, impl Choice fn is_nothing, impl Write for Choice, impl Read for Choice
$version: "2.0"
namespace example

union Choice { nothing: Unit }
