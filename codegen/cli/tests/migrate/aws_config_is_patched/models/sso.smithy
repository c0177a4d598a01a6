$version: "2.0"

namespace example.sso

@aws.api#service(sdkId: "SSO")
@aws.auth#sigv4(name: "sso")
@aws.protocols#awsJson1_0
service SSO {
    version: "2020-01-01"
    operations: [GetRoleCredentials, Logout]
}

operation GetRoleCredentials {}
operation Logout {}
