// carries: Sample
// snapshot accessors: src/shapes/sample.rs impl Sample fn name, impl Sample fn id
$version: "2.0"
namespace example

structure Sample {
    name: String
    @required id: String
}
