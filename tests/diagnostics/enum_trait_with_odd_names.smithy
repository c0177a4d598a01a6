$version: "2.0"

namespace example

@enum([
//@1 ^^^^^^^ warning[ModelDeprecation]: `@enum` is deprecated since version 2.0
//   = help: define an `enum` shape
    { value: "a", name: "NOT A NAME" }
    //                  ^^^^^^^^^^^^ error[TraitValue]: trait `enum`: `NOT A NAME` does not match the pattern of `smithy.api#EnumConstantBodyName`: `^[a-zA-Z_]+[a-zA-Z_0-9]*$`
    //                  ^^^^^^^^^^^^ warning[EnumTrait.NOT A NAME]: the name `NOT A NAME` is not in upper case, as names of enum values should be
    { value: "b", name: "2ND" }
    //                  ^^^^^ error[TraitValue]: trait `enum`: `2ND` does not match the pattern of `smithy.api#EnumConstantBodyName`: `^[a-zA-Z_]+[a-zA-Z_0-9]*$`
    //                  ^^^^^ warning[EnumTrait.2ND]: the name `2ND` is not in upper case, as names of enum values should be
    { value: "c", name: "FINE" }
])
string Odd

@enum([
//@1 ^^^^^^^ warning[ModelDeprecation]: `@enum` is deprecated since version 2.0
//   = help: define an `enum` shape
    { value: "a", name: "lower" }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[EnumShape]: the name `lower` is not in upper case, as names of enum values should be
    { value: "b", name: "UPPER" }
])
string Lower
