$version: "2.0"

namespace example

service Shop {
    operations: [GetOrder, GetItem, GetAll, GetRemote, GetDistant, GetFirst, GetSecond]
}

@readonly
@http(method: "GET", uri: "/things/{order}")
//                        ^^^^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/{order}` is also the URI of `example#GetItem`
operation GetOrder {
    input := {
        @required
        @httpLabel
        @pattern("^o-")
        //       ^^^^^ warning[PatternTrait]: the pattern does not end with `$`, so it also matches a part of the text
        //       = help: to match the whole text: @pattern("^o-$")
        order: String
    }
}

@readonly
@http(method: "GET", uri: "/things/{item}")
//                        ^^^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/{item}` is also the URI of `example#GetOrder`
operation GetItem {
    input := {
        @required
        @httpLabel
        @pattern("^i-")
        //       ^^^^^ warning[PatternTrait]: the pattern does not end with `$`, so it also matches a part of the text
        //       = help: to match the whole text: @pattern("^i-$")
        item: String
    }
}

// A greedy label is something else.
@readonly
@http(method: "GET", uri: "/things/{all+}")
operation GetAll {
    input := {
        @required
        @httpLabel
        all: String
    }
}

@readonly
@http(method: "GET", uri: "/things/here")
//            ^^^^^ danger[HttpMethodSemantics.UnexpectedPayload]: many clients and servers drop the body of `GET` requests, here: `shop`
//            = help: bind the members with `@httpQuery`, `@httpHeader` or `@httpLabel`
//                        ^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/here` is also the URI of `example#GetDistant`
@endpoint(hostPrefix: "{shop}.shops.")
operation GetRemote {
    input := {
        @required
        @hostLabel
        shop: String
    }
}

@readonly
@http(method: "GET", uri: "/things/here")
//            ^^^^^ danger[HttpMethodSemantics.UnexpectedPayload]: many clients and servers drop the body of `GET` requests, here: `market`
//            = help: bind the members with `@httpQuery`, `@httpHeader` or `@httpLabel`
//                        ^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/here` is also the URI of `example#GetRemote`
@endpoint(hostPrefix: "{market}.shops.")
operation GetDistant {
    input := {
        @required
        @hostLabel
        market: String
    }
}

@http(method: "POST", uri: "/things?kind=a&new")
operation GetFirst {}

@http(method: "POST", uri: "/things?kind=b&new")
operation GetSecond {}
