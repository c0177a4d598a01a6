$version: "2.0"

namespace example

@http(method: "GET", uri: "/orders/{orderId}")
//            ^^^^^ warning[HttpMethodSemantics.MissingReadonlyTrait]: `GET` requests should be `@readonly`, but the operation is not
//            = help: @readonly
operation GetOrder {
    input := {
        @httpLabel
     // ^^^^^^^^^^ error[TraitTarget]: trait `httpLabel` cannot be applied to `example#GetOrderInput$orderId`
     // = help: a label must be `@required`: @required @httpLabel
        orderId: String
    }
}
