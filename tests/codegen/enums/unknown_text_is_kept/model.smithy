// carries: Color
// snapshot from: src/shapes/color.rs impl From for Color, impl Color fn try_parse
$version: "2.0"
namespace example

enum Color { RED }
