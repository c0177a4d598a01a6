$version: "2.0"

namespace example

@http(method: "POST", uri: "/orders", code: 302)
//                                          ^^^ danger[HttpResponseCodeSemantics]: the status of an output should be 2xx, not `302`
operation PutOrder {}

@http(method: "POST", uri: "/items", code: 204)
//                                         ^^^ warning[HttpResponseCodeSemantics]: a response with status `204` has no body, but these are in it: `id`
//                                         = help: bind the members with `@httpHeader`, or give another `code`
operation PutItem {
    output := {
        id: String

        @httpHeader("x-kind")
        kind: String
    }
}

@http(method: "POST", uri: "/images", code: 204)
//                                          ^^^ warning[HttpResponseCodeSemantics]: a response with status `204` has no body, but these are in it: `image`
//                                          = help: bind the members with `@httpHeader`, or give another `code`
operation PutImage {
    output := {
        @httpPayload
        image: Blob
    }
}

@error("client")
@httpError(500)
//         ^^^ danger[HttpResponseCodeSemantics]: the status of a `client` error should be 4xx, not `500`
structure NoSuchOrder {}

@error("server")
@httpError(404)
//         ^^^ danger[HttpResponseCodeSemantics]: the status of a `server` error should be 5xx, not `404`
structure Overload {}

@error("client")
@httpError(404)
structure NoSuchItem {}
