$version: "2.0"

namespace example

set Names {
//@1 ^^^ error[Model]: set shapes cannot be used in Smithy version 2.0
//   = help: use a list with the `@uniqueItems` trait
    member: String
}
