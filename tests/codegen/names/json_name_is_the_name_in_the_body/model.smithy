// carries: Sample
// snapshot codec: src/shapes/sample.rs impl Sample fn write, impl Sample fn read
$version: "2.0"
namespace example

structure Sample {
    @jsonName("the \"name\"") name: String
}
