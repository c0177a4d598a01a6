// snapshot meta: src/meta.rs static SERVICE
$version: "2.0"
namespace example

use smithy.rules#endpointRuleSet

@aws.api#service(sdkId: "Garden Shed")
@aws.auth#sigv4(name: "shed")
@smithy.protocols#rpcv2Cbor
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Mode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode", documentation: "The mode." }
    }
    rules: [{
        conditions: []
        type: "endpoint"
        endpoint: { url: "https://example.com", properties: { metricValues: ["O"] } }
    }]
})
service Shed { version: "1", operations: [Rake] }

operation Rake {}
