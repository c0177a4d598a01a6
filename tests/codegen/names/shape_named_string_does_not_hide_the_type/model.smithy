// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample {
    text: Text
    own: String
}
structure String { value: Integer }
string Text
