$version: "2.0"

namespace example

struct Order {
//@1 ^^^^^^ error[Model]: unknown shape type `struct`
//   = help: did you mean `structure`?
    id: String
}

structure Item {}
