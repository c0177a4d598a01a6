// snapshot example with docs: src/lib.rs
// snapshot service: src/meta.rs static SERVICE
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
@smithy.rules#endpointRuleSet({
    version: "1.0"
    parameters: { Endpoint: { type: "string", builtIn: "SDK::Endpoint" } }
    rules: [
        {
            type: "endpoint"
            conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
            endpoint: { url: { ref: "Endpoint" } }
        }
        { type: "endpoint", conditions: [], endpoint: { url: "https://kiosk.example.com" } }
    ]
})
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
