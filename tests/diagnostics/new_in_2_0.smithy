$version: "1.0"

namespace example

@mixin
//@1 ^^^^^^ error[Model]: mixins need version 2.0
//   = help: $version: "2.0"
structure HasOwner {
    @default("me")
 // ^^^^^^^^^^^^^^ error[Model]: defaults need version 2.0
 // = help: $version: "2.0"
    owner: String,
}

structure Order with [HasOwner] {
//              ^^^^ error[Model]: mixins need version 2.0
//              = help: $version: "2.0"
    $owner,
 // ^^^^^^ error[Model]: elided members need version 2.0
 // = help: $version: "2.0"
    count: Integer = 1,
    //             ^ error[Model]: assigned defaults need version 2.0
    //             = help: $version: "2.0"
}

enum Color { RED }
//   ^^^^^ error[Model]: enum shapes need version 2.0
//   = help: $version: "2.0"

resource Book {
//       ^^^^ error[Model]: resource properties need version 2.0
//       = help: $version: "2.0"
    identifiers: { id: String },
    properties: { color: Color },
    //                   ^^^^^ error[ResourceOperationInputOutput]: no instance operation of `example#Book` has its property `color` in the input or output
}

apply HasOwner$owner {
    @documentation("Blocks are fine.")
}
