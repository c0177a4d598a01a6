// carries: Tree
// snapshot fields: src/shapes/tree.rs struct Tree
// snapshot read: src/shapes/tree.rs impl Tree fn read
$version: "2.0"
namespace example

structure Tree { children: Trees }
map Trees { key: String, value: Tree }
