$version: "2.0"

namespace example

@mixin
structure HasId {
    id: String
}

structure Order with [HasId] {
    id: Integer
 // ^^ error[Model]: member `id` conflicts with one of a mixin that has another target
 // = help: `example#HasId` has `id: smithy.api#String`
}
