$version: "2.0"

namespace example

operation PutOrder {
    input := {
        order: Order
    }
}

structure Order {
    @idempotencyToken
    token: String
 // ^^^^^ warning[IdempotencyTokenIgnored]: `@idempotencyToken` has no effect on a member that is not at the top of an input
}
