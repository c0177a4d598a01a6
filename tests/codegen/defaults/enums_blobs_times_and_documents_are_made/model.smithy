// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    color: Color = "red"
    level: Level = 2
    blob: Blob = "aGVsbG8="
    at: Timestamp = 1.5
    text: DateTime = "1985-04-12T23:20:50Z"
    nothing: Document = {}
    number: Document = 1
    word: Document = "x"
}
@timestampFormat("date-time")
timestamp DateTime
enum Color {
    RED = "red"
}
intEnum Level {
    HIGH = 2
}
