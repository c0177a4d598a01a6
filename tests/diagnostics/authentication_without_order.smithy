$version: "2.0"

namespace example

@httpBasicAuth
@httpBearerAuth
service Library {}
//      ^^^^^^^ warning[ServiceAuthDefinitions]: service `example#Library` does not define which of its authentication schemes is preferred: `httpBasicAuth`, `httpBearerAuth`
//      = help: @auth([httpBasicAuth, httpBearerAuth])

@httpBasicAuth
@httpBearerAuth
@auth([httpBearerAuth, httpBasicAuth])
service Archive {}

@httpBasicAuth
service Shop {}
