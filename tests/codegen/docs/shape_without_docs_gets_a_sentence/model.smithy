// carries: Sample
// snapshot sample with docs: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample { name: String }
