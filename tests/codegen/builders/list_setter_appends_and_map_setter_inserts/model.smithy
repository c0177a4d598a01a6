// carries: Sample
// snapshot setters: src/shapes/sample.rs impl SampleBuilder fn tags, impl SampleBuilder fn set_tags, impl SampleBuilder fn get_tags, impl SampleBuilder fn labels
$version: "2.0"
namespace example

structure Sample {
    tags: Names
    labels: Texts
}
list Names { member: String }
map Texts { key: String, value: String }
