$version: "2.0"

namespace example

@httpBasicAuth
@httpBearerAuth
service Library {}
//      ^^^^^^^ warning[ServiceAuthDefinitions]: service `example#Library` does not say which of its authentication schemes comes first: `httpBasicAuth`, `httpBearerAuth`
//      = help: @auth([httpBasicAuth, httpBearerAuth])

@httpBasicAuth
@httpBearerAuth
@auth([httpBearerAuth, httpBasicAuth])
service Archive {}

@httpBasicAuth
service Shop {}
