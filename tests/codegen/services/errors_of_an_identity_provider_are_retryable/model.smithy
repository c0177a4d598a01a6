// snapshot retryable: src/shapes/idp_communication_error_exception.rs impl IdpCommunicationErrorException
$version: "2.0"
namespace com.amazonaws.sts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery

@service(sdkId: "STS")
@sigv4(name: "sts")
@awsQuery
@xmlNamespace(uri: "https://sts.example.com/")
service AWSSecurityTokenServiceV20110615 { version: "1", operations: [AssumeRoleWithWebIdentity] }

operation AssumeRoleWithWebIdentity { errors: [IDPCommunicationErrorException] }

@error("client")
@aws.protocols#awsQueryError(code: "IDPCommunicationError", httpResponseCode: 400)
structure IDPCommunicationErrorException { message: String }
