// carries: Sample
// snapshot codec: src/shapes/sample.rs struct Sample, impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    matrix: Matrix
    byName: Groups
}
list Matrix { member: Row }
list Row { member: Integer }
map Groups { key: String, value: Row }
