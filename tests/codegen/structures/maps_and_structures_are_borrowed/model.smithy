// carries: Sample
// snapshot accessors: src/shapes/sample.rs impl Sample fn by_name, impl Sample fn point
$version: "2.0"
namespace example

structure Sample {
    byName: Texts
    @required point: Point
}
structure Point { x: Integer }
map Texts { key: String, value: String }
