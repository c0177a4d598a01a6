$version: "2.0"

namespace example

@mixin
structure HasOwner with [Missing] {
//                       ^^^^^^^ error[Model]: cannot find mixin `Missing`
    owner: String
}

@mixin
structure HasDates with [HasOwner] {
//                       ^^^^^^^^ error[Model]: cannot mix `example#HasOwner` into `example#HasDates`: the mixin itself has an error
//                       = help: the mixin is at broken_mixin.smithy:6:11
    created: Timestamp
}

structure Order with [HasDates] {
//                    ^^^^^^^^ error[Model]: cannot mix `example#HasDates` into `example#Order`: the mixin itself has an error
//                    = help: the mixin is at broken_mixin.smithy:11:11
    $owner
    $unknown
}

@mixin
list Names {}
//   ^^^^^ error[Model]: list `example#Names` lacks `member`
//   = help: member: String

list OrderNames with [Names] {
//                    ^^^^^ error[Model]: cannot mix `example#Names` into `example#OrderNames`: the mixin itself has an error
//                    = help: the mixin is at broken_mixin.smithy:21:6
    member: String
}

@mixin
string Text

structure Note with [Text] {}
//                   ^^^^ error[Model]: `example#Text` is a string and cannot be mixed into the structure `example#Note`

structure Line for Names {
//                 ^^^^^ error[Model]: `example#Names` is a list; `for` requires a resource
    $amount
 // ^^^^^^^ error[Model]: no mixin or resource gives a target for `$amount`
 // = help: write it as `amount: Target`
}
