$version: "2.0"

namespace example

@required
//@1 ^^^^^^^^^ error[TraitTarget]: trait `required` cannot be applied to `example#Name`
//   = help: it goes on: structure > member
string Name

structure Order {
    @idempotencyToken
 // ^^^^^^^^^^^^^^^^^ error[TraitTarget]: trait `idempotencyToken` cannot be applied to `example#Order$count`
 // = help: it goes on: structure > :test(member > string)
    count: Integer

    @streaming
 // ^^^^^^^^^^ error[TraitTarget]: trait `streaming` cannot be applied to `example#Order$name`
 // = help: it goes on: :is(blob, union)
    name: Name
}
