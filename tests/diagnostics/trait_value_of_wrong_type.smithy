$version: "2.0"

namespace example

@length(min: "1", maximum: 3)
//           ^^^ error[Model]: trait `length`: expected a number for `smithy.api#Long`, found a string
string Name

@error("clint")
//     ^^^^^^^ error[Model]: trait `error`: `clint` is not a value of enum `smithy.api#error`
//     = help: write `client`
structure NotFound {}

@http(uri: "/")
//@1 ^^^^^^^^^^^^^^^ error[Model]: trait `http`: missing required member `method` of `smithy.api#http`
operation GetOrder {}

@tags("a")
//    ^^^ error[Model]: trait `tags`: expected an array for `smithy.api#tags`, found a string
@title
//@1 ^^^^^^ error[Model]: trait `title` needs a value
//   = help: @title(..)
structure Order {}
