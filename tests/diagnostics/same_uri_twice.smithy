$version: "2.0"

namespace example

service Shop {
    operations: [GetOrder, GetItem]
}

@http(method: "GET", uri: "/things/{order}")
//                        ^^^^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/{order}` is also the URI of `example#GetItem`
operation GetOrder {
    input := {
        @required
        @httpLabel
        order: String
    }
}

@http(method: "GET", uri: "/things/{item}")
//                        ^^^^^^^^^^^^^^^^ error[HttpUriConflict]: `/things/{item}` is also the URI of `example#GetOrder`
operation GetItem {
    input := {
        @required
        @httpLabel
        item: String
    }
}
