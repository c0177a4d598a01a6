$version: "2.0"
namespace other

enum Color {
    DARK_BLUE = "darkBlue"
    RED
}
