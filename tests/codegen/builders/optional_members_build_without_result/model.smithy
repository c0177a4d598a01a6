// carries: Sample
// snapshot builder: src/shapes/sample.rs struct SampleBuilder, impl SampleBuilder
$version: "2.0"
namespace example

structure Sample { name: String }
