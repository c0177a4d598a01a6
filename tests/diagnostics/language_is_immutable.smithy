$version: "2.0"

namespace example

apply smithy.api#String @deprecated
//    ^^^^^^^^^^^^^^^^^ error[Model]: `smithy.api#String` is part of the language and takes no more traits
apply smithy.api#required { @deprecated, @tags([]) }
//    ^^^^^^^^^^^^^^^^^^^ error[Model]: `smithy.api#required` is part of the language and takes no more traits
//    ^^^^^^^^^^^^^^^^^^^ error[Model]: `smithy.api#required` is part of the language and takes no more traits

@box
//@1 ^^^^ error[Model]: version 2.0 has no `@box`
//   = help: remove it: without a default a member is optional
integer Count

structure Order {
    @box
 // ^^^^ error[Model]: version 2.0 has no `@box`
 // = help: remove it: without a default a member is optional
    count: Count
}

metadata late = 1
//@1 ^^^^^^^^ error[Model]: `metadata` must be before the namespace
//   = help: move this line above the `namespace` statement
