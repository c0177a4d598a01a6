$version: "2.0"
namespace protocols

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@aws.api#service(sdkId: "Garden")
@aws.protocols#restJson1
@aws.auth#sigv4(name: "garden")
@clientContextParams(Fast: { type: "boolean", documentation: "Whether the answer may be old." })
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "The region." }
        Bed: { type: "string", documentation: "The bed." }
        Fast: { type: "boolean", documentation: "Whether the answer may be old." }
        Mode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode", documentation: "The mode." }
        Hidden: { type: "boolean", builtIn: "AWS::S3::UseGlobalEndpoint", documentation: "No setting gives it." }
    }
    rules: [
        {
            conditions: [{ fn: "isSet", argv: [{ ref: "Bed" }] }, { fn: "isSet", argv: [{ ref: "Region" }] }]
            type: "endpoint"
            endpoint: {
                url: "https://{Bed}.{Region}.example.com"
                properties: {
                    authSchemes: [{ name: "sigv4", signingRegion: "{Region}", signingName: "beds" }]
                    metricValues: ["O"]
                }
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
                    properties: {
                        authSchemes: [{ name: "sigv4", signingRegion: "eu-west-1", signingName: "beds" }]
                        metricValues: ["O"]
                    }
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
        {
            documentation: "a prefix before the host"
            params: { Region: "eu-west-1", Bed: "roses" }
            operationInputs: [{
                operationName: "Prune"
                builtInParams: { "AWS::Region": "eu-west-1" }
                operationParams: { bed: "roses", tool: "shears" }
            }]
            expect: {
                endpoint: {
                    url: "https://roses.eu-west-1.example.com"
                    properties: {
                        authSchemes: [{ name: "sigv4", signingRegion: "eu-west-1", signingName: "beds" }]
                        metricValues: ["O"]
                    }
                    headers: { "x-bed": ["roses"] }
                }
            }
        }
    ]
})
/// Where calls go, by the rules of the model.
service Garden { version: "1", operations: [Water, Prune] }

@http(method: "POST", uri: "/water")
operation Water { input := { @contextParam(name: "Bed") bed: String } }

@http(method: "POST", uri: "/prune")
@endpoint(hostPrefix: "{tool}.")
operation Prune {
    input := {
        @contextParam(name: "Bed")
        bed: String

        @required
        @hostLabel
        tool: String
    }
}
