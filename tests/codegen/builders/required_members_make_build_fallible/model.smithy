// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    @required id: String
    note: String
}
