$version: "2.0"

namespace example

@required
//@1 ^^^^^^^^^ error[TraitTarget]: trait `required` cannot be applied to `example#Name`
//   = help: `@required` stands on members of structures
string Name

structure Order {
    @idempotencyToken
 // ^^^^^^^^^^^^^^^^^ error[TraitTarget]: trait `idempotencyToken` cannot be applied to `example#Order$count`
 // = help: `@idempotencyToken` stands on members of structures that target strings
    count: Integer

    @streaming
 // ^^^^^^^^^^ error[TraitTarget]: trait `streaming` cannot be applied to `example#Order$name`
 // = help: `@streaming` stands on blobs and unions
    name: Name
}
