$version: "2.0"

namespace example

@http(method: "GET", uri: "/orders?page=1")
operation ListOrders {
    input := {
    //    ^^ error[HttpQueryTrait]: members of `example#ListOrdersInput` share the query parameter `size`: `size`, `limit`
    //    ^^ error[HttpHeaderTrait]: members of `example#ListOrdersInput` share the header `x-order`: `one`, `two`
        @httpHeader("x-order")
        //          ^^^^^^^^^ error[HttpPrefixHeadersTrait]: header `x-order` begins with the prefix `x-` of `others`
        one: String

        @httpHeader("X-Order")
        //          ^^^^^^^^^ error[HttpPrefixHeadersTrait]: header `X-Order` begins with the prefix `x-` of `others`
        two: String

        @httpHeader("x order")
        //          ^^^^^^^^^ error[HttpHeaderTrait]: `x order` is not the name of a header
        three: String

        @httpQuery("page")
        //         ^^^^^^ error[HttpQueryTrait]: the query of `/orders?page=1` has a fixed value for `page`
        page: Integer

        @httpQuery("size")
        size: Integer

        @httpQuery("size")
        limit: Integer

        @httpPrefixHeaders("x-")
        others: Headers
    }
}

map Headers {
    key: String
    value: String
}
