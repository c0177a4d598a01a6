$version: "2.0"

namespace example

@trait
structure label {
    text: Word
    code: Code
    copies: Copies
    rating: Float
    weight: BigDecimal
    shelf: Shelf
    floor: Floor
    spine: Spine
    tags: Tags
    notes: Notes
    sparseTags: SparseTags
    cover: Cover
    printed: Timestamp
    read: DateTime
    @timestampFormat("http-date")
    lent: DateTime
    returned: Seconds
    extra: Document
    isNew: Boolean
    @length(max: 3)
    short: Word
    @range(max: 2)
    few: Copies
    old: OldShelf
}

@length(min: 2, max: 5)
@pattern("^[a-z]+$")
string Word

@pattern("^(?!x)")
//       ^^^^^^^^ warning[PatternTrait]: the pattern does not end with `$`, so it also matches a part of the text
//       = help: to match the whole text: @pattern("^(?!x)$")
string Code

@range(min: 1, max: 9)
byte Copies

enum Shelf {
    LEFT = "left"
    RIGHT = "right"
}

@enum([{ value: "left" }, { value: "right" }])
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[ModelDeprecation]: `@enum` is deprecated since version 2.0
//   = help: define an `enum` shape
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[EnumNamesPresent]: the values of the enum `example#OldShelf` have no names, which clients would use
//    = help: add a `name` to each of them: { value: "..", name: ".." }
string OldShelf

intEnum Floor {
    GROUND = 1
    FIRST = 2
}

union Spine {
    width: Integer
    color: String
}

@length(min: 1, max: 2)
@uniqueItems
list Tags {
    member: Word
}

@sparse
list SparseTags {
    member: Word
}

@length(max: 1)
map Notes {
    key: Word
    @length(max: 4)
    value: String
}

@length(max: 2)
blob Cover

@timestampFormat("date-time")
timestamp DateTime

@timestampFormat("epoch-seconds")
timestamp Seconds

@label(text: "a", code: "xyz", copies: 0, rating: "many", weight: "1")
//           ^^^ error[TraitValue]: trait `example#label`: `example#Word` takes at least 2 characters, but the value has 1
//                                     ^ error[TraitValue.Target.InvalidRange]: trait `example#label`: `example#Copies` takes numbers from 1 on, but found `0`
//                                                ^^^^^^ error[TraitValue]: trait `example#label`: `many` is not a number, which `smithy.api#Float` requires
//                                                = help: write a number, NaN, Infinity or -Infinity
//                                                                ^^^ error[TraitValue]: trait `example#label`: expected a number for `smithy.api#BigDecimal`, found a string
string Scalars

@label(text: "ABC", copies: 300, few: 3, short: "word", shelf: "lift", floor: 3, isNew: "no")
//           ^^^^^ error[TraitValue]: trait `example#label`: `ABC` does not match the pattern of `example#Word`: `^[a-z]+$`
//                          ^^^ error[TraitValue]: trait `example#label`: `300` does not fit in a byte
//                                    ^ error[TraitValue.Member.InvalidRange]: trait `example#label`: `example#label$few` takes numbers up to 2, but found `3`
//                                              ^^^^^^ error[TraitValue]: trait `example#label`: `example#label$short` takes at most 3 characters, but the value has 4
//                                                             ^^^^^^ error[TraitValue]: trait `example#label`: `lift` is not a value of enum `example#Shelf`
//                                                             = help: write `left`
//                                                                            ^ error[TraitValue]: trait `example#label`: `3` is not a value of enum `example#Floor`
//                                                                            = help: write `1` or `2`
//                                                                                      ^^^^ error[TraitValue]: trait `example#label`: expected a boolean for `smithy.api#Boolean`, found a string
string Limits

@label(copies: 1.5, rating: "NaN", shelf: 1, old: "middle")
//             ^^^ error[TraitValue]: trait `example#label`: `1.5` is not an integer, which `example#Copies` is
//                                        ^ error[TraitValue]: trait `example#label`: expected a string for `example#Shelf`, found a number
//                                                ^^^^^^^^ error[TraitValue]: trait `example#label`: `middle` is not a value of enum `example#OldShelf`
//                                                = help: write `left` or `right`
string Types

@label(spine: { width: 1, color: "red" })
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#label`: a value of union `example#Spine` has exactly one member, found 2
string TwoOfUnion

@label(spine: {})
//            ^^ error[TraitValue]: trait `example#label`: a value of union `example#Spine` has exactly one member, found 0
string NoneOfUnion

@label(spine: { height: 1 })
//              ^^^^^^ error[TraitValue.UnknownMember.example#Spine.height]: trait `example#label`: `example#Spine` has no member `height`
string OtherOfUnion

@label(tags: ["ab", "cd", "ab"], notes: { "A": "long text", b: null }, cover: "äö")
//           ^^^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#label`: `example#Tags` takes at most 2 elements, but the value has 3
//                        ^^^^ error[TraitValue]: trait `example#label`: the elements of `example#Tags` must be unique
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#label`: `example#Notes` takes at most 1 entry, but the value has 2
//                                             ^^^^^^^^^^^ error[TraitValue]: trait `example#label`: `example#Word` takes at least 2 characters, but the value has 1
//                                             ^^^^^^^^^^^ error[TraitValue]: trait `example#label`: `A` does not match the pattern of `example#Word`: `^[a-z]+$`
//                                             ^^^^^^^^^^^ error[TraitValue]: trait `example#label`: `example#Notes$value` takes at most 4 characters, but the value has 9
//                                                             ^^^^ error[TraitValue]: trait `example#label`: `example#Word` takes at least 2 characters, but the value has 1
//                                                             ^^^^ error[TraitValue]: trait `example#label`: `example#Notes` is not `@sparse` and cannot contain null
//                                                                            ^^^^^^ error[TraitValue]: trait `example#label`: `example#Cover` takes at most 2 bytes, but the value has 4
string Collections

@label(tags: [null], sparseTags: [null, "ab"], extra: null, isNew: null)
//            ^^^^ error[TraitValue]: trait `example#label`: `example#Tags` is not `@sparse` and cannot contain null
//                                                                 ^^^^ error[TraitValue]: trait `example#label`: expected a boolean for `example#label$isNew`, found null
//                                                                 = help: leave out a member that has no value
string Nulls

@label(printed: true, read: "yesterday", lent: "Mon, 29 Apr 2014 18:30:38 GMT", returned: "2014-04-29T18:30:38Z")
//              ^^^^ error[TraitValue]: trait `example#label`: expected a number of seconds, or a date and time such as `1985-04-12T23:20:50.52Z`, for `smithy.api#Timestamp`, found a boolean
//                          ^^^^^^^^^^^ error[TraitValue]: trait `example#label`: expected a date and time such as `1985-04-12T23:20:50.52Z` for `example#DateTime`, found `yesterday`
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#label`: expected a date such as `Tue, 29 Apr 2014 18:30:38 GMT` for `example#label$lent`, found `Mon, 29 Apr 2014 18:30:38 GMT`
//                                                                                        ^^^^^^^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#label`: expected a number of seconds for `example#Seconds`, found `2014-04-29T18:30:38Z`
string WrongTimes

@label(printed: 1, read: "2014-04-29T18:30:38Z", lent: "Tue, 29 Apr 2014 18:30:38 GMT", returned: 1.5)
string RightTimes

@label(txt: "ab")
//     ^^^ warning[TraitValue.UnknownMember.example#label.txt]: trait `example#label`: `example#label` has no member `txt`
//     = help: did you mean `text`?
string UnknownMember
