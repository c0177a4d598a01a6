$version: "2.0"

namespace example

@http(method: "GET", uri: "orders/x{id}/{id")
//                        ^^^^^^^^^^^^^^^^^^ error[Model]: a URI begins with `/`; a label is a whole segment, which `x{id}` is not; a label is a whole segment, which `{id` is not: `orders/x{id}/{id`
operation GetOrder {}

@http(method: "GET", uri: "/orders//{}#top?page={page}&page=2")
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: a URI has no fragment; a URI has no empty segments; a label is a whole segment, which `{}#top` is not; labels stand in the path of a URI, not in its query; query parameter `page` comes up twice: `/orders//{}#top?page={page}&page=2`
operation ListOrders {}

@http(method: "GET", uri: "/orders/../{id}/{ID}?")
//                        ^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: a URI does not end with `?`; `..` is not the name of a segment; label `ID` comes up twice: `/orders/../{id}/{ID}?`
operation GetItem {}

@http(method: "POST", uri: "/")
operation GetRoot {}

@http(method: "POST", uri: "/orders/?kind=open&empty")
operation GetOpenOrders {}
