// carries: Old
// snapshot struct: src/shapes/old.rs struct Old, impl Old
// snapshot user: src/operation/carry.rs struct CarryInput
$version: "2.0"
namespace example

@deprecated
structure Old { name: String }
