// carries: Sample
// snapshot struct: src/shapes/sample.rs struct Sample, impl Sample fn old
// snapshot read: src/shapes/sample.rs impl Write for Sample
$version: "2.0"
namespace example

structure Sample {
    @deprecated(message: "Use new instead.", since: "2.0")
    old: String
    new: String
}
