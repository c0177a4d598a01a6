$version: "2.0"

namespace example

@httpApiKeyAuth(name: "key", in: "query", scheme: "ApiKey")
//                               ^^^^^^^ error[HttpApiKeyAuthTrait]: an API key with a `scheme` must be in a header, not in the query
//                               = help: in: "header"
service Library {}

@httpApiKeyAuth(name: "Authorization", in: "header", scheme: "ApiKey")
service Archive {}

@httpApiKeyAuth(name: "key", in: "query")
service Shop {}
