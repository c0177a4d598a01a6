// carries: Sample
// snapshot type: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample { ratio: Float }
