// snapshot parameters: src/config/endpoint.rs
// snapshot rules: src/config/endpoint/rules.rs
$version: "2.0"
namespace example

use smithy.rules#endpointRuleSet
use smithy.rules#clientContextParams

@aws.protocols#restJson1
@aws.auth#sigv4(name: "shop")
@clientContextParams(Tenant: { type: "string", documentation: "Whose shop it is." })
@endpointRuleSet({
    version: "1.1"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "The region of the shop." }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint" }
        Tenant: { type: "string", documentation: "Whose shop it is.", required: true, default: "all" }
    }
    rules: [
        {
            conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
            type: "endpoint"
            endpoint: { url: { ref: "Endpoint" } }
        }
        {
            conditions: [{ fn: "isValidHostLabel", argv: [{ ref: "Tenant" }, false] }, { fn: "isSet", argv: [{ ref: "Region" }] }, { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "Partition" }]
            type: "tree"
            rules: [
                {
                    conditions: [{ fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "Partition" }, "supportsDualStack"] }, true] }]
                    type: "endpoint"
                    endpoint: {
                        url: "https://{Tenant}.shop.{Region}.{Partition#dualStackDnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "shop", signingRegion: "{Region}" }] }
                        headers: { "x-tenant": ["{Tenant}", "{{}}"] }
                    }
                }
                {
                    conditions: [{ fn: "substring", argv: [{ ref: "Region" }, 0, 3, true], assign: "End" }, { fn: "stringEquals", argv: [{ ref: "End" }, "t-1"] }]
                    type: "endpoint"
                    endpoint: {
                        url: "https://shop.{Region}.{Partition#dnsSuffix}/{Partition#dnsSuffix}"
                        properties: { authSchemes: [{ name: "sigv4", signingName: "shop", signingRegion: "{Region}" }] }
                    }
                }
            ]
        }
        { conditions: [], type: "error", error: "`{Tenant}` cannot be a shop" }
    ]
})
service Shop { version: "1", operations: [Sell] }

@http(method: "POST", uri: "/sell")
operation Sell {}
