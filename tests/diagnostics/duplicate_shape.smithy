$version: "2.0"

namespace example

structure Order {
    id: String
}

structure Order {
//        ^^^^^ error[Model]: conflicting definitions of `example#Order`
//        = help: the other one is at duplicate_shape.smithy:5:11
    name: String
}
