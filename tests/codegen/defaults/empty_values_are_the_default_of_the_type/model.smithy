// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    flag: Boolean = false
    integer: Integer = 0
    double: Double = 0.0
    text: String = ""
    list: Names = []
    map: Texts = {}
}
list Names { member: String }
map Texts { key: String, value: String }
