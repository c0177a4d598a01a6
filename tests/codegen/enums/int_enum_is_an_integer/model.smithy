// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample { level: Level }
intEnum Level {
    LOW = 1
    HIGH = 2
}
