$version: "2.0"

namespace example

structure HasId {
    id: String
}

structure Order with [HasId] {}
//                    ^^^^^ error[Target]: `example#HasId` is used as a mixin but has no `@mixin` trait
