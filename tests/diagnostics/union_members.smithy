$version: "2.0"

namespace example

union Empty {}
//    ^^^^^ error[Union]: union `example#Empty` needs at least one member
//    = help: add one: text: String

union Choice {
    flag: PrimitiveBoolean
    //    ^^^^^^^^^^^^^^^^ note[Union]: the default of `smithy.api#PrimitiveBoolean` has no effect on a member of a union
    text: String
}
