// carries: State
// snapshot type with docs: src/shapes/state.rs enum State
$version: "2.0"
namespace example

enum State {
    UNKNOWN
    SELF
}
