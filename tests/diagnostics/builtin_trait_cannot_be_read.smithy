$version: "2.0"

namespace example

@documentation(10)
//             ^^ error[Model]: trait `documentation`: expected a string for `smithy.api#documentation`, found a number
@tags("old")
//    ^^^^^ error[Model]: trait `tags`: expected an array for `smithy.api#tags`, found a string
string WrongTypes

@length
//@1 ^^^^^^^ error[Model]: `@length` requires `min` or `max`
//   = help: @length(min: 1)
string NoLimits

@pattern("^(a|b$")
//       ^^^^^^^^ error[Model]: the pattern is not a regular expression: a `(` is not closed
@externalDocumentation("Manual": "manual.html")
//                               ^^^^^^^^^^^^^ error[Model]: the address of `Manual`, `manual.html`, is not a URL
//                               = help: "Manual": "https://.."
string Unclosed

@pattern("*")
//       ^^^ error[Model]: the pattern is not a regular expression: there is nothing to be repeated
string NothingToRepeat

@trait(breakingChanges: [{ change: "sometimes", path: "name" }])
//                                 ^^^^^^^^^^^ error[Model]: trait `trait`: `sometimes` is not a value of enum `smithy.api#TraitChangeType`
//                                 = help: write `update`, `add`, `remove`, `presence` or `any`
//                                                    ^^^^^^ error[Model]: the path `name` is not a JSON pointer, which begins with `/`
//                                                    = help: path: "/name"
structure shelved {
    name: String
}

@error("reader")
//     ^^^^^^^^ error[Model]: trait `error`: `reader` is not a value of enum `smithy.api#error`
//     = help: write `client` or `server`
structure Unreadable {}

@xmlName("1st")
//       ^^^^^ error[TraitValue]: trait `xmlName`: `1st` does not match the pattern of `smithy.api#xmlName`: `^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$`
structure Parcel {
    @range
 // ^^^^^^ error[Model]: `@range` requires `min` or `max`
 // = help: @range(min: 1)
    copies: Integer
}

@examples([{ title: "none", error: { shapeId: Unreadable } }])
//                                 ^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: the error of an example needs `content`
//                                 = help: error: { shapeId: .., content: {} }
operation Read {
    errors: [Unreadable]
}
