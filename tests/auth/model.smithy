$version: "2.0"
namespace desk

/// By a token, else by a key.
@http(method: "POST", uri: "/ask?mode=all")
operation Ask {}

/// By nothing.
@auth([])
@http(method: "POST", uri: "/anybody")
operation AskAnybody {
    input := {
        @httpHeader("X-Note")
        note: String
    }
    errors: [Busy, Wrong]
}

/// Somebody else is being answered.
@error("client")
@retryable
@httpError(409)
structure Busy {
    message: String
}

/// It will be as wrong the next time.
@error("client")
@httpError(400)
structure Wrong {
    message: String
}

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
