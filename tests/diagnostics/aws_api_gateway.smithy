$version: "2.0"

namespace example

use aws.apigateway#authorizers
use aws.apigateway#endpointConfiguration
use aws.apigateway#gatewayResponses
use aws.auth#sigv4

@httpBearerAuth
@cors
@authorizers(mine: { scheme: sigv4, type: "aws", uri: "arn:foo" })
//                           ^^^^^ error[AuthorizersTrait]: not an authentication scheme of the service: `aws.auth#sigv4` of `mine`
//                           = help: the service has `smithy.api#httpBearerAuth`
@endpointConfiguration(types: ["PRIVATE"], ipAddressType: "ipv4")
//                                                        ^^^^^^ error[EndpointConfiguration]: a `PRIVATE` endpoint is `dualstack`, not `ipv4`
//                                                        = help: ipAddressType: "dualstack"
@gatewayResponses(DEFAULT_4XX: { statusCode: "400" })
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[GatewayResponsesCors]: parameters of `@gatewayResponses` come before the headers of `@cors` and can hide them
service Shop {}
