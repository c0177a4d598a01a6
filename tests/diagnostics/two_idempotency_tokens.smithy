$version: "2.0"

namespace example

operation PutOrder {
    input := {
        @idempotencyToken
        one: String

        @idempotencyToken
     // ^^^^^^^^^^^^^^^^^ error[ExclusiveStructureMemberTrait]: only one member of `example#PutOrderInput` can have `@idempotencyToken`, but these have it: `one`, `two`
        two: String
    }
}
