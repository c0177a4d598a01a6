// snapshot debug: src/shapes/role_credentials.rs impl Debug for RoleCredentials
$version: "2.0"
namespace com.amazonaws.sso

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "SSO")
@sigv4(name: "awsssoportal")
@restJson1
service SWBPortalService { version: "1", operations: [GetRoleCredentials] }

@http(method: "GET", uri: "/federation/credentials")
@readonly
operation GetRoleCredentials {
    output := { roleCredentials: RoleCredentials }
}

structure RoleCredentials { accessKeyId: String }
