// carries: Size
// snapshot type: src/shapes/size.rs enum Size
$version: "2.0"
namespace example

@enum([{ value: "large", name: "LARGE" }, { value: "small", name: "SMALL" }])
string Size
