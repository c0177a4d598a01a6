// carries: Grade
// snapshot debug: src/shapes/grade.rs impl Debug for Grade
$version: "2.0"
namespace example

@sensitive
enum Grade { A, B }
