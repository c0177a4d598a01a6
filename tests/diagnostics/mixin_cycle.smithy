$version: "2.0"

namespace example

@mixin
structure A with [B] {}
//                ^ error[Model]: the mixins of `example#A` lead back to it
//                = help: `example#B` must not have `example#A` among its mixins, nor theirs

@mixin
structure B with [A] {}
//                ^ error[Model]: the mixins of `example#B` lead back to it
//                = help: `example#A` must not have `example#B` among its mixins, nor theirs
