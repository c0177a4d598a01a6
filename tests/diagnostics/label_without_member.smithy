$version: "2.0"

namespace example

@readonly
@http(method: "GET", uri: "/orders/{orderId}/{item}?full")
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[HttpLabelTrait]: no member of `example#GetOrderInput` with `@httpLabel` fills the labels `orderId`, `item` of `/orders/{orderId}/{item}?full`
//                        = help: the label is `orderId`, the member `orderID`
operation GetOrder {
    input := {
        @required
        @httpLabel
        orderID: String

        @required
        @httpLabel
        shop: String
     // ^^^^ error[HttpLabelTrait]: `shop` has `@httpLabel`, but the URI of `example#GetOrder` has no such label
     // = help: uri: "/orders/{orderId}/{item}/{shop}?full"
    }
}

@readonly
@http(method: "GET", uri: "/files/{path+}")
operation GetFile {
    input := {
        @required
        @httpLabel
        path: Integer
        //    ^^^^^^^ error[HttpLabelTrait]: `path` fills a greedy label of `example#GetFile` and must be a string, but `smithy.api#Integer` is an integer
    }
}

@readonly
@http(method: "GET", uri: "/pages/{page}")
//                        ^^^^^^^^^^^^^^^ error[HttpLabelTrait]: no member of `example#GetPageInput` with `@httpLabel` fills the label `page` of `/pages/{page}`
//                        = help: put `@required @httpLabel` on the member `page`
operation GetPage {
    input := {
        @required
        @httpQuery("page")
        page: Integer
    }
}
