$version: "2.0"

namespace example

@title("one")
structure Order {}

apply Order @title("two")
//          ^^^^^^^^^^^^^ error[Model]: conflicting values of trait `smithy.api#title` on `example#Order`
//          = help: the other value is at conflicting_trait_values.smithy:5:8
