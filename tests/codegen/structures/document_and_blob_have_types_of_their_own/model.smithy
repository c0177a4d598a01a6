// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
// snapshot codec: src/shapes/sample.rs impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    document: Document
    blob: Blob
    big: BigInteger
    exact: BigDecimal
}
