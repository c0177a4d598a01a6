$version: "2.0"

namespace example

@idempotent
@http(method: "PUT", uri: "/orders")
operation PutOrder {
    input := {
    //    ^^ error[HttpPayload]: `order` of `example#PutOrderInput` is the whole payload, so the message has no place for `note`
        @httpPayload
        order: Order

        note: String
    }
    output := {
    //     ^^ error[HttpPayload]: `order` of `example#PutOrderOutput` is the whole payload, so the message has no place for `note`
        @httpPayload
        order: Order

        @httpQuery("note")
        //         ^^^^^^ warning[HttpBindingTraitIgnored.Input]: `@httpQuery` has an effect only at the top of an input, but `example#PutOrderOutput` is not at that place in `example#PutOrder`
        note: String
    }
}

structure Order {}

@error("client")
structure NoSuchOrder {
//        ^^^^^^^^^^^ error[HttpPayload]: `text` of `example#NoSuchOrder` is the whole payload, so the message has no place for `order`
    @httpPayload
    text: String

    order: String
}
