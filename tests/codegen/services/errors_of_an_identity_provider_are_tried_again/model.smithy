// snapshot meta: src/meta.rs static SERVICE
$version: "2.0"
namespace example

@aws.api#service(sdkId: "STS")
@aws.auth#sigv4(name: "sts")
@aws.protocols#awsQuery
@xmlNamespace(uri: "https://sts.example.com/")
service Tokens { version: "1", operations: [GetCallerIdentity] }

operation GetCallerIdentity {}
