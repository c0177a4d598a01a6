$version: "2.0"

namespace example

operation PutOrder {
    input := {
    //    ^^ error[ExclusiveStructureMemberTrait]: only one member of `example#PutOrderInput` can have `@idempotencyToken`, but these have it: `one`, `two`
        @idempotencyToken
        one: String

        @idempotencyToken
        two: String
    }
}
