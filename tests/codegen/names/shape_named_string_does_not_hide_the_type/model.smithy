// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample {
    text: smithy.api#String
    own: String
}
structure String { value: smithy.api#String }
