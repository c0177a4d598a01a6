// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
// snapshot codec: src/shapes/sample.rs impl Sample fn write, impl Sample fn read
$version: "2.0"
namespace example

structure Sample {
    document: Document
    blob: Blob
    big: BigInteger
    exact: BigDecimal
}
