$version: "2.0"

namespace example

@http(method: "GET", uri: "orders/x{id}/{id")
//                        ^^^^^^^^^^^^^^^^^^ error[Model]: a URI begins with `/`: `orders/x{id}/{id`
//                        ^^^^^^^^^^^^^^^^^^ error[Model]: a label is a whole segment, which `x{id}` is not: `orders/x{id}/{id`
//                        ^^^^^^^^^^^^^^^^^^ error[Model]: a label is a whole segment, which `{id` is not: `orders/x{id}/{id`
operation GetOrder {}

@http(method: "GET", uri: "/a/{all+}/{name}")
//                        ^^^^^^^^^^^^^^^^^^ danger[HttpUriGreedyLabel.GreedyLabelIsNotLastLabel]: a greedy label is the last label of a URI: `/a/{all+}/{name}`
operation GetItem {
    input := {
        @required
        @httpLabel
        all: String

        @required
        @httpLabel
        name: String
    }
}
