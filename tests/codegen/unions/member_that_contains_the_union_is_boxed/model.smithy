// carries: Choice
// snapshot type: src/shapes/choice.rs enum Choice
// snapshot read: src/shapes/choice.rs impl Choice fn read
$version: "2.0"
namespace example

union Choice {
    inner: Choice
    text: String
}
