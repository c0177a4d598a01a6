// carries: Color
// snapshot type: src/shapes/color.rs enum Color, impl Color fn as_str
$version: "2.0"
namespace example

enum Color {
    RED = "red"
    GREEN = "a-green"
    BLUE
}
