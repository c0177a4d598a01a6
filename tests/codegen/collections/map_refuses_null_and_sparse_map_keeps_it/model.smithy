// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
// snapshot codec: src/shapes/sample.rs impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    dense: Dense
    sparse: Sparse
}
map Dense { key: String, value: Integer }
@sparse
map Sparse { key: String, value: Integer }
