// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    flag: Boolean = true
    byte: Byte = 1
    short: Short = -2
    integer: Integer = 3
    long: Long = 4
    float: Float = 0.5
    double: Double = -1.5
    text: String = "a \"quoted\" text"
}
