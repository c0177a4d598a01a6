// carries: Sample
// snapshot struct: src/shapes/sample.rs struct Sample, impl Sample fn old
// snapshot write: src/shapes/sample.rs impl Write for Sample
$version: "2.0"
namespace example

structure Sample {
    @deprecated(message: "Use other instead.", since: "2.1.0")
    old: String
    @deprecated(since: "2024-05-01")
    older: String
    other: String
}
