$version: "2.0"

namespace protocols

use aws.protocols#restJson1
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet

/// A service of several regions, as EventBridge is one: its model names SigV4 alone, and its
/// endpoints say which calls are signed for all regions.
@aws.api#service(sdkId: "EventBridge")
@aws.auth#sigv4(name: "events")
@restJson1
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "The region." }
        EndpointId: { type: "string", documentation: "The endpoint of several regions." }
    }
    rules: [
        {
            conditions: [{ fn: "isSet", argv: [{ ref: "EndpointId" }] }]
            type: "endpoint"
            endpoint: {
                url: "https://{EndpointId}.endpoint.example.com"
                properties: {
                    authSchemes: [{ name: "sigv4a", signingName: "events", signingRegionSet: ["*"] }]
                }
            }
        }
        {
            conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }]
            type: "endpoint"
            endpoint: { url: "https://events.{Region}.example.com" }
        }
        { conditions: [], type: "error", error: "Missing Region" }
    ]
})
service Regions { version: "1", operations: [PutEvents] }

@http(method: "POST", uri: "/events/{bus}")
operation PutEvents {
    input := {
        @required
        @httpLabel
        bus: String

        @httpQuery("order")
        order: String

        @contextParam(name: "EndpointId")
        endpoint: String
    }
}
