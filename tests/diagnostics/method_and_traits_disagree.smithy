$version: "2.0"

namespace example

@http(method: "GET", uri: "/orders")
//            ^^^^^ warning[HttpMethodSemantics.MissingReadonlyTrait]: `GET` requests should be `@readonly`, but the operation is not
//            = help: @readonly
//            ^^^^^ danger[HttpMethodSemantics.UnexpectedPayload]: many clients and servers drop the body of `GET` requests, here: `kind`
//            = help: bind the members with `@httpQuery`, `@httpHeader` or `@httpLabel`
operation ListOrders {
    input := {
        kind: String
    }
}

@readonly
@http(method: "Put", uri: "/orders")
//            ^^^^^ warning[HttpMethodSemantics]: the HTTP method is `PUT`, not `Put`
//            = help: method: "PUT"
//            ^^^^^ warning[HttpMethodSemantics.UnnecessaryReadonlyTrait]: the operation is `@readonly`, but `PUT` requests are not
//            ^^^^^ warning[HttpMethodSemantics.MissingIdempotentTrait]: `PUT` requests should be `@idempotent`, but the operation is not
//            = help: @idempotent
operation PutOrder {}

@readonly
@http(method: "OPTIONS", uri: "/orders")
//            ^^^^^^^^^ warning[HttpMethodSemantics.OPTIONS]: `OPTIONS` requests are not modeled: servers answer them for all operations
//            = help: put `@cors` on the service instead
operation Preflight {}

@idempotent
@http(method: "HEAD", uri: "/orders/{id}")
//            ^^^^^^ warning[HttpMethodSemantics.MissingReadonlyTrait]: `HEAD` requests should be `@readonly`, but the operation is not
//            = help: @readonly
//            ^^^^^^ warning[HttpMethodSemantics.UnnecessaryIdempotentTrait]: the operation is `@idempotent`, but `HEAD` requests are not
operation CheckOrder {
    input := {
        @required
        @httpLabel
        id: String
    }
}

@idempotent
@http(method: "DELETE", uri: "/orders/{id}")
//            ^^^^^^^^ danger[HttpMethodSemantics.UnexpectedPayload]: many clients and servers drop the body of `DELETE` requests, here: `reason`
//            = help: bind the members with `@httpQuery`, `@httpHeader` or `@httpLabel`
operation DeleteOrder {
    input := {
        @required
        @httpLabel
        id: String

        @httpPayload
        reason: String
    }
}

@http(method: "BREW", uri: "/tea")
operation BrewTea {}
