// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
// snapshot codec: src/shapes/sample.rs impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    dense: Dense
    sparse: Sparse
}
list Dense { member: String }
@sparse
list Sparse { member: String }
