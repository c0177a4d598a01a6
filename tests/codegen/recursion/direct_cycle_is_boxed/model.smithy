// carries: Node
// snapshot fields: src/shapes/node.rs struct Node, impl Node fn next, impl NodeBuilder fn next
// snapshot read: src/shapes/node.rs impl Node fn read
$version: "2.0"
namespace example

structure Node {
    next: Node
    name: String
}
