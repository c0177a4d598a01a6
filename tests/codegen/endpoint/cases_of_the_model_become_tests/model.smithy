// protocol tests: yes
// snapshot module: src/config/endpoint.rs mod tests
// snapshot rules: src/config/endpoint/tests.rs fn endpoint_rules
// snapshot call: src/config/endpoint/tests.rs fn endpoint_0_call_0
// snapshot given: src/config/endpoint/tests.rs impl ResolveEndpoint for Given
$version: "2.0"
namespace example

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@aws.protocols#restJson1
@aws.auth#sigv4(name: "garden")
@clientContextParams(Fast: { type: "boolean", documentation: "Whether the answer may be old." })
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "The region." }
        Bed: { type: "string", documentation: "The bed." }
        Fast: { type: "boolean", documentation: "Whether the answer may be old." }
        Hidden: { type: "boolean", builtIn: "AWS::S3::UseGlobalEndpoint", documentation: "No setting gives it." }
    }
    rules: [
        {
            conditions: [{ fn: "isSet", argv: [{ ref: "Bed" }] }, { fn: "isSet", argv: [{ ref: "Region" }] }]
            type: "endpoint"
            endpoint: {
                url: "https://{Bed}.{Region}.example.com"
                properties: { authSchemes: [{ name: "sigv4", signingRegion: "{Region}", signingName: "beds" }] }
                headers: { "x-bed": ["{Bed}"] }
            }
        }
        { conditions: [], type: "error", error: "There is no bed" }
    ]
})
@endpointTests({
    version: "1.0"
    testCases: [
        {
            documentation: "a bed in a region"
            params: { Region: "eu-west-1", Bed: "roses", Fast: true }
            operationInputs: [{
                operationName: "Water"
                builtInParams: { "AWS::Region": "eu-west-1", "AWS::S3::UseGlobalEndpoint": true }
                clientParams: { Fast: true }
                operationParams: { bed: "roses" }
            }]
            expect: {
                endpoint: {
                    url: "https://roses.eu-west-1.example.com"
                    properties: { authSchemes: [{ name: "sigv4", signingRegion: "eu-west-1", signingName: "beds" }] }
                    headers: { "x-bed": ["roses"] }
                }
            }
        }
        {
            documentation: "no bed"
            params: { Region: "eu-west-1" }
            operationInputs: [{
                operationName: "Weed"
                builtInParams: { "AWS::Region": "eu-west-1" }
            }, {
                operationName: "Water"
                builtInParams: { "AWS::Region": "eu-west-1" }
            }]
            expect: { error: "There is no bed" }
        }
    ]
})
service Garden { version: "1", operations: [Water] }

@http(method: "POST", uri: "/water")
operation Water { input := { @contextParam(name: "Bed") bed: String } }
