// carries: Sample
// snapshot sample with docs: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

@since("2024-01")
@unstable
@externalDocumentation(Guide: "https://example.com/guide")
structure Sample {
    @recommended(reason: "it is quicker")
    name: String
}
