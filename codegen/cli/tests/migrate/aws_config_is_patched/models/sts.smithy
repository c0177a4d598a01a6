$version: "2.0"

namespace example.sts

@aws.api#service(sdkId: "STS")
@aws.auth#sigv4(name: "sts")
@aws.protocols#awsJson1_0
service STS {
    version: "2020-01-01"
    operations: [AssumeRole, AssumeRoleWithWebIdentity, GetCallerIdentity, GetSessionToken]
}

operation AssumeRole {}
operation AssumeRoleWithWebIdentity {}
operation GetCallerIdentity {}
operation GetSessionToken {}
