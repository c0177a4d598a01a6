$version: "2.0"

namespace example

@mixin
structure Lendable {
    @private
 // ^^^^^^^^ warning[PrivateMixinMember]: `@private` does not keep a member of a mixin from shapes of other namespaces
 // = help: put `@private` on the mixin, or on the shape that the member targets
    price: Integer
    days: Integer
}

structure Book with [Lendable] {}
