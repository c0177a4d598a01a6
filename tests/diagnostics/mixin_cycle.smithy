$version: "2.0"

namespace example

@mixin
structure A with [B] {}
//        ^ error[Model]: the mixins of `example#A` lead back to it

@mixin
structure B with [A] {}
//        ^ error[Model]: the mixins of `example#B` lead back to it
