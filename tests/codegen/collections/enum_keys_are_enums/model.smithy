// carries: Sample
// snapshot codec: src/shapes/sample.rs struct Sample, impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample { counts: Counts }
map Counts { key: Color, value: Integer }
enum Color { RED }
