// carries: Sample
// snapshot accessors: src/shapes/sample.rs impl Sample fn tags, impl Sample fn ids
$version: "2.0"
namespace example

structure Sample {
    tags: Names
    @required ids: Names
}
list Names { member: String }
