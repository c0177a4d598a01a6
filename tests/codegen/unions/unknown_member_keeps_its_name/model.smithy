// carries: Choice
// snapshot type: src/shapes/choice.rs enum Choice, impl Choice fn unknown_tag
// snapshot codec: src/shapes/choice.rs impl Write for Choice, impl Read for Choice
$version: "2.0"
namespace example

union Choice {
    text: String
    number: Integer
}
