$version: "2.0"

namespace example

use aws.protocols#restJson1

@restJson1
service Shop {
    operations: [GetOrder, GetItem]
}

service Library {
    operations: [GetItem, GetBook]
}

@http(method: "POST", uri: "/items")
operation GetItem {}

operation GetOrder {}
//        ^^^^^^^^ error[HttpBindingsMissing]: operation `example#GetOrder` lacks `@http`, which the protocol `aws.protocols#restJson1` needs
//        = help: @http(method: "POST", uri: "/GetOrder")

operation GetBook {}
//        ^^^^^^^ warning[HttpBindingsMissing]: operation `example#GetBook` lacks `@http`, which `example#GetItem` of the same service has
//        = help: @http(method: "POST", uri: "/GetBook")
