$version: "2.0"

namespace example

@required
//@1 ^^^^^^^^^ error[TraitTarget]: trait `required` cannot be applied to `example#Name`
//   = help: `@required` can be applied to members of structures
string Name

structure Order {
    @idempotencyToken
 // ^^^^^^^^^^^^^^^^^ error[TraitTarget]: trait `idempotencyToken` cannot be applied to `example#Order$count`
 // = help: `@idempotencyToken` can be applied to members of structures that target strings
    count: Integer

    @streaming
 // ^^^^^^^^^^ error[TraitTarget]: trait `streaming` cannot be applied to `example#Order$name`
 // = help: `@streaming` can be applied to blobs and unions
    name: Name
}
