$version: "2.0"

namespace example

set Names {
//  ^^^^^ error[Model]: version 2.0 has no sets
//  = help: use a list with the `@uniqueItems` trait
    member: String
}
