// snapshot debug: src/shapes/credentials.rs impl Debug for Credentials
// snapshot operation: src/operation/get_session_token.rs static OPERATION
$version: "2.0"
namespace com.amazonaws.sts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery

@service(sdkId: "STS")
@sigv4(name: "sts")
@awsQuery
@xmlNamespace(uri: "https://sts.example.com/")
service AWSSecurityTokenServiceV20110615 { version: "1", operations: [GetSessionToken] }

operation GetSessionToken { output: GetSessionTokenResponse }

structure GetSessionTokenResponse { Credentials: Credentials }

structure Credentials {
    @required
    AccessKeyId: String

    @required
    SecretAccessKey: String
}
