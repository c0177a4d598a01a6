$version: "2.0"

namespace example

@idempotent
@http(method: "PUT", uri: "/orders")
operation PutOrder {
    input := {
    //    ^^ error[HttpPayload]: `order` of `example#PutOrderInput` is the whole payload, so that these have no place in the message: `note`
        @httpPayload
        order: Order

        note: String
    }
    output := {
    //     ^^ error[HttpPayload]: `order` of `example#PutOrderOutput` is the whole payload, so that these have no place in the message: `note`
        @httpPayload
        order: Order

        @httpQuery("note")
        //         ^^^^^^ warning[HttpBindingTraitIgnored.Input]: `@httpQuery` has an effect only at the top of an input, which `example#PutOrderOutput` is not in `example#PutOrder`
        note: String
    }
}

structure Order {}

@error("client")
structure NoSuchOrder {
//        ^^^^^^^^^^^ error[HttpPayload]: `text` of `example#NoSuchOrder` is the whole payload, so that these have no place in the message: `order`
    @httpPayload
    text: String

    order: String
}
