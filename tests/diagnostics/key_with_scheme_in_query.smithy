$version: "2.0"

namespace example

@httpApiKeyAuth(name: "key", in: "query", scheme: "ApiKey")
//                               ^^^^^^^ error[HttpApiKeyAuthTrait]: a key with a `scheme` goes into a header, not into the query
//                               = help: in: "header"
service Library {}

@httpApiKeyAuth(name: "Authorization", in: "header", scheme: "ApiKey")
service Archive {}

@httpApiKeyAuth(name: "key", in: "query")
service Shop {}
