// operations: GetObject
// snapshot operations: src/operation.rs
// snapshot sessions: src/operation/create_session.rs static SESSIONS
// snapshot client: src/client.rs impl Client
// snapshot meta: src/meta.rs static SERVICE
$version: "2.0"

namespace example

use aws.protocols#restXml
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#staticContextParams

/// What S3 does with directory buckets: a call is signed within a session.
@aws.api#service(sdkId: "S3")
@aws.auth#sigv4(name: "s3")
@restXml(noErrorWrapping: true)
@clientContextParams(
    DisableS3ExpressSessionAuth: { type: "boolean", documentation: "Whether there are no sessions." }
)
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "The region." }
        Bucket: { type: "string", required: true, documentation: "The bucket." }
        DisableS3ExpressSessionAuth: { type: "boolean", documentation: "Whether there are no sessions." }
    }
    rules: [
        {
            conditions: [
                { fn: "isSet", argv: [{ ref: "DisableS3ExpressSessionAuth" }] }
                { fn: "booleanEquals", argv: [{ ref: "DisableS3ExpressSessionAuth" }, true] }
            ]
            type: "endpoint"
            endpoint: {
                url: "https://{Bucket}.example.com"
                properties: {
                    backend: "S3Express"
                    authSchemes: [{ name: "sigv4", signingName: "s3express", signingRegion: "{Region}" }]
                }
            }
        }
        {
            conditions: []
            type: "endpoint"
            endpoint: {
                url: "https://{Bucket}.example.com"
                properties: {
                    backend: "S3Express"
                    authSchemes: [{ name: "sigv4-s3express", signingName: "s3express", signingRegion: "{Region}" }]
                }
            }
        }
    ]
})
service Sessions { version: "1", operations: [CreateSession, GetObject] }

@http(method: "GET", uri: "/{Bucket}?session")
@staticContextParams(DisableS3ExpressSessionAuth: { value: true })
@readonly
operation CreateSession {
    input := {
        @required
        @httpLabel
        @contextParam(name: "Bucket")
        Bucket: String
    }
    output := @xmlName("CreateSessionResult") {
        Credentials: SessionCredentials
    }
}

structure SessionCredentials {
    @required
    AccessKeyId: String

    @required
    SecretAccessKey: Secret

    @required
    SessionToken: Secret

    @required
    @timestampFormat("date-time")
    Expiration: Timestamp
}

@sensitive
string Secret

@http(method: "GET", uri: "/{Bucket}/{Key+}")
@readonly
operation GetObject {
    input := {
        @required
        @httpLabel
        @contextParam(name: "Bucket")
        Bucket: String

        @required
        @httpLabel
        Key: String
    }
}
