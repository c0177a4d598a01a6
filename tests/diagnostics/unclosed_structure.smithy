$version: "2.0"

namespace example

structure Order {
    id: String

structure Item {}
//        ^^^^ error[Model]: expected `:`, found `Item`
//        = help: the `{` of line 5 has no `}`
