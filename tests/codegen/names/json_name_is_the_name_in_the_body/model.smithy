// carries: Sample
// snapshot codec: src/shapes/sample.rs impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    @jsonName("the \"name\"") name: String
}
