// carries: Left
// snapshot fields: src/shapes/left.rs struct Left
// snapshot other: src/shapes/right.rs struct Right
$version: "2.0"
namespace example

structure Left { right: Right }
structure Right { left: Left }
