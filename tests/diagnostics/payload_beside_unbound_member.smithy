$version: "2.0"

namespace example

@http(method: "PUT", uri: "/orders")
operation PutOrder {
    input := {
    //    ^^ error[HttpPayload]: `example#PutOrderInput` has a member with `@httpPayload`, so that these have no place in the message: `note`
        @httpPayload
        order: Order

        note: String
    }
}

structure Order {}
