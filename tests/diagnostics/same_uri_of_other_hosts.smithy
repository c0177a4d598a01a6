$version: "2.0"

namespace example

service Shop {
    operations: [Plain, Prefixed, OtherPrefix, AnyHost, NoOrders, Numbered]
}

// Each of the first three has a host of its own.
@readonly
@http(method: "GET", uri: "/orders")
operation Plain {}

@readonly
@endpoint(hostPrefix: "orders.")
@http(method: "GET", uri: "/orders")
operation Prefixed {}

@readonly
@endpoint(hostPrefix: "books.")
@http(method: "GET", uri: "/orders")
operation OtherPrefix {}

// Nothing keeps a label from being what the prefix of another operation says.
@endpoint(hostPrefix: "{shop}")
//                    ^^^^^^^^ danger[HostLabelTrait]: a label of `{shop}` can lead requests to another domain if it does not end with a dot
//                    = help: hostPrefix: "{shop}."
@http(method: "POST", uri: "/books")
//                         ^^^^^^^^ error[HttpUriConflict]: `/books` is also the URI of `example#NoOrders`, `example#Numbered`
operation AnyHost {
    input := {
        @required
        @hostLabel
        shop: String
    }
}

@endpoint(hostPrefix: "orders.")
@http(method: "POST", uri: "/books")
//                         ^^^^^^^^ error[HttpUriConflict]: `/books` is also the URI of `example#AnyHost`
operation NoOrders {}

// A pattern does.
@endpoint(hostPrefix: "{number}")
//                    ^^^^^^^^^^ danger[HostLabelTrait]: a label of `{number}` can lead requests to another domain if it does not end with a dot
//                    = help: hostPrefix: "{number}."
@http(method: "POST", uri: "/books")
//                         ^^^^^^^^ error[HttpUriConflict]: `/books` is also the URI of `example#AnyHost`
operation Numbered {
    input := {
        @required
        @hostLabel
        @pattern("^[0-9]+$")
        number: String
    }
}
