// snapshot request: src/operation/get_job.rs fn serialize
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3 Control")
@aws.auth#sigv4(name: "s3")
@aws.protocols#restXml
@smithy.rules#endpointRuleSet({
    version: "1.0"
    parameters: { AccountId: { type: "string", documentation: "The account." } }
    rules: [{ conditions: [], type: "endpoint", endpoint: { url: "https://example.com" } }]
})
service Control { version: "1", operations: [GetJob] }

@readonly
@http(method: "GET", uri: "/job")
@endpoint(hostPrefix: "{AccountId}.")
operation GetJob {
    input := {
        @required
        @hostLabel
        @httpHeader("x-amz-account-id")
        @smithy.rules#contextParam(name: "AccountId")
        AccountId: String
    }
}
