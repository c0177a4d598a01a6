$version: "2.0"

namespace example

operation PutOrder {
    input := {
        order: Order
    }
    output: Order
}

structure Order {
    @idempotencyToken
 // ^^^^^^^^^^^^^^^^^ warning[IdempotencyTokenIgnored]: `@idempotencyToken` has an effect only at the top of an input, but `example#Order` is not at that place in `example#PutOrder`, `example#PutOrderInput$order`
    token: String
}

structure Unused {
    @idempotencyToken
    token: String
}
