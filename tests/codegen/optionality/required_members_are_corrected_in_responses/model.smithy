// snapshot finish: src/shapes/sample.rs impl SampleBuilder
$version: "2.0"
namespace example

@http(method: "POST", uri: "/create")
operation Create { output := { sample: Sample } }
structure Sample {
    @required text: String
    @required color: Color
    @required at: Timestamp
}
enum Color { RED }
