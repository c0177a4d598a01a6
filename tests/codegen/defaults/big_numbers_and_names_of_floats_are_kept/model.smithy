// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    decimal: BigDecimal = 1.50
    tinyDecimal: BigDecimal = -1.5E-400
    noDecimal: BigDecimal = 0
    integer: BigInteger = 5
    largeInteger: BigInteger = -9223372036854775809
    notANumber: Float = "NaN"
    infinite: Double = "Infinity"
    negativeInfinite: Double = "-Infinity"
    large: Double = 1e300
    negativeZero: Double = -0.0
    least: Long = -9223372036854775808
}
