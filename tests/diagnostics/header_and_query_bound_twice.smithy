$version: "2.0"

namespace example

@readonly
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
        //          ^^^^^^^^^ danger[HttpHeaderTrait]: `x order` is not the name of a header
        three: String

        @httpHeader("User-Agent")
        //          ^^^^^^^^^^^^ danger[HttpHeaderTrait]: the header `User-Agent` is set by clients and servers, not by the model
        four: String

        @httpQuery("page")
        //         ^^^^^^ error[HttpQueryTrait]: the URI of `example#ListOrders` has a fixed value for `page`: `/orders?page=1`
        //         = help: bind the member to another name, or drop it
        page: Integer

        @httpQuery("size")
        size: Integer

        @httpQuery("size")
        limit: Integer

        @httpPrefixHeaders("x-")
        others: Headers

        @httpQueryParams
     // ^^^^^^^^^^^^^^^^ note[HttpQueryParamsTrait]: parameters of these members can also come out of `parameters`: `page`, `size`, `limit`
        parameters: Headers
    }
    output := {
        @httpHeader("x-order")
        //          ^^^^^^^^^ note[HttpPrefixHeadersTrait]: header `x-order` can also come out of `others`
        one: String

        @httpPrefixHeaders("")
        others: Headers
    }
}

map Headers {
    key: String
    value: String
}
