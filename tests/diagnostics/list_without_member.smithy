$version: "2.0"

namespace example

list Names {
//   ^^^^^ error[Model]: list `example#Names` lacks `member`
//   = help: member: String
    name: String
 // ^^^^ error[Model]: a list has no member `name`
 // = help: its only member is `member`
}

map Ages {
//  ^^^^ error[Model]: map `example#Ages` lacks `value`
//  = help: value: String
    key: Integer
    //   ^^^^^^^ error[Target]: the keys of a map are strings, but `smithy.api#Integer` is an integer
}
