// operations: Kept
// snapshot types: src/types.rs use
// snapshot operations: src/operation.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/kept")
operation Kept { input := { value: Reached } }
@http(method: "POST", uri: "/dropped")
operation Dropped { input := { value: NotReached } }
structure Reached { x: Integer }
structure NotReached { x: Integer }
