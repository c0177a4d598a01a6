$version: "2.0"

namespace example

@http(method: "GET", uri: "/orders/{orderId}/items/{item+}")
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[HttpLabelTrait]: no member of `example#GetItemInput` with `@httpLabel` fills the label `orderId` of `/orders/{orderId}/items/{item+}`
//                        = help: @required @httpLabel orderId: String
operation GetItem {
    input := {
        @required
        @httpLabel
        item: Integer
     // ^^^^ error[HttpLabelTrait]: `item` is a greedy label of `example#GetItem` and must be a string, but `smithy.api#Integer` is an integer

        @required
        @httpLabel
        order: String
     // ^^^^^ error[HttpLabelTrait]: `order` has `@httpLabel`, but the URI of `example#GetItem` has no such label
     // = help: uri: "/orders/{orderId}/items/{item+}/{order}"
    }
}
