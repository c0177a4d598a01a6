$version: "1.0"

namespace example

@enum([{ value: "red" }, { value: "green" }, { value: "red" }])
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[EnumNamesPresent]: the values of the enum `example#Unnamed` have no names, which clients would use
//    = help: add a `name` to each of them: { value: "..", name: ".." }
//                                                    ^^^^^ error[EnumTrait]: two definitions of the enum `example#Unnamed` have the value `red`
string Unnamed

@enum([{ value: "red", name: "RED" }, { value: "green" }, { value: "blue", name: "RED" }, { value: "grey", name: "grey" }])
//                                    ^^^^^^^^^^^^^^^^^^ error[EnumTrait]: the value `green` has no name, while others of `example#HalfNamed` have one
//                                                                               ^^^^^ error[EnumTrait]: two definitions of the enum `example#HalfNamed` have the name `RED`
//                                                                                                               ^^^^^^ warning[EnumTrait.grey]: the name `grey` is not in upper case, as names of enum values should be
string HalfNamed
