// carries: Sample
// snapshot fields with docs: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample {
    build: String
    builder: String
    send: String
    default: String
}
