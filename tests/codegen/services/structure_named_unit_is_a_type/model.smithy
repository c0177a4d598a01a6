// carries: Sample
// snapshot type: src/shapes/unit.rs struct Unit
// snapshot user: src/shapes/sample.rs struct Sample
// snapshot warnings: diagnostics
$version: "2.0"
namespace example

structure Sample { unit: Unit }

structure Unit {}

// Without an input and output, which `smithy.api#Unit` stands for.
@http(method: "POST", uri: "/ping")
operation Ping {}
