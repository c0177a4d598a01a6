// carries: Con
// snapshot list: src/types.rs use
$version: "2.0"
namespace example

structure Con { x: Integer }
