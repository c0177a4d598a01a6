// carries: Sample
// snapshot accessors: src/shapes/sample.rs impl Sample fn count, impl Sample fn is_on, impl Sample fn ratio
$version: "2.0"
namespace example

structure Sample {
    count: Integer
    isOn: Boolean
    @required ratio: Double
}
