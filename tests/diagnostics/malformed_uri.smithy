$version: "2.0"

namespace example

@http(method: "GET", uri: "orders/x{id}/{id")
//                        ^^^^^^^^^^^^^^^^^^ error[Model]: a URI must begin with `/`; a label must be a whole segment, which `x{id}` is not; a label must be a whole segment, which `{id` is not: `orders/x{id}/{id`
operation GetOrder {}

@http(method: "GET", uri: "/orders//{}#top?page={page}&page=2")
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: a URI must not have a fragment; a URI must not have empty segments; a label must be a whole segment, which `{}#top` is not; labels must be in the path of a URI, not in its query; query parameter `page` is used twice: `/orders//{}#top?page={page}&page=2`
operation ListOrders {}

@http(method: "GET", uri: "/orders/../{id}/{ID}?")
//                        ^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: a URI must not end with `?`; `..` is not the name of a segment; label `ID` is used twice: `/orders/../{id}/{ID}?`
operation GetItem {}

@http(method: "POST", uri: "/")
operation GetRoot {}

@http(method: "POST", uri: "/orders/?kind=open&empty")
operation GetOpenOrders {}
