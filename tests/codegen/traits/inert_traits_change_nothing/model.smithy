// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
// snapshot warnings: diagnostics
$version: "2.0"
namespace example

@tags(["one"])
@documentation("A sample.")
structure Sample {
    @length(max: 3)
    @pattern("^a+$")
    @private
    name: Text
}
@length(min: 1)
string Text
