$version: "2.0"
namespace desk

/// By a token, else by a key.
@http(method: "POST", uri: "/ask?mode=all")
operation Ask {}

/// By nothing.
@auth([])
@http(method: "POST", uri: "/anybody")
operation AskAnybody {}

/// By a key.
@auth([httpApiKeyAuth])
@http(method: "POST", uri: "/key")
operation AskWithKey {}

/// By user and password.
@auth([httpBasicAuth])
@http(method: "POST", uri: "/login")
operation AskWithLogin {}

/// By a token.
@auth([httpBearerAuth])
@http(method: "POST", uri: "/token")
operation AskWithToken {}

/// By a token or a key, else by nothing.
@optionalAuth
@http(method: "POST", uri: "/greet")
operation Greet {}
