// snapshot rules: src/config/endpoint/rules.rs static RULES
$version: "2.0"
namespace example

use smithy.rules#endpointBdd

// Two decisions; the second one is meant by its complement, whose answers are exchanged.
@aws.protocols#restJson1
@aws.auth#sigv4(name: "shop")
@endpointBdd({
    version: "1.1"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "The region of the shop." }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "Where the shop is." }
    }
    conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }, { fn: "isSet", argv: [{ ref: "Region" }] }]
    results: [
        { conditions: [], type: "endpoint", endpoint: { url: { ref: "Endpoint" } } }
        { conditions: [], type: "endpoint", endpoint: { url: "https://shop.{Region}.example.com" } }
        { conditions: [], type: "error", error: "a shop has a region" }
    ]
    root: 2
    nodeCount: 3
    nodes: "/////wAAAAH/////AAAAAAX14QH////9AAAAAQX14QMF9eEC"
})
service Shop { version: "1", operations: [Sell] }

@http(method: "POST", uri: "/sell")
operation Sell {}
