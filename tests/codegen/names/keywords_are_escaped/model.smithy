// carries: Sample
// snapshot fields with docs: src/shapes/sample.rs struct Sample
// snapshot setters: src/shapes/sample.rs impl SampleBuilder fn r#type, impl SampleBuilder fn set_type, impl SampleBuilder fn get_type
$version: "2.0"
namespace example

structure Sample {
    type: String
    self: String
    super: String
    async: String
}
