// carries: Empty
// snapshot type: src/shapes/empty.rs struct Empty, impl Empty
$version: "2.0"
namespace example

structure Empty {}
