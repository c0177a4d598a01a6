// carries: Color
// snapshot enum: src/shapes/color.rs enum Color, impl Color fn as_str
$version: "2.0"
namespace example

enum Color {
    RED
    @deprecated
    MAUVE
}
