$version: "2.0"

namespace books

@trait(selector: "service ~> operation")
structure reached {}

@trait(selector: "operation -[input]-> structure > member :test(> list > member > string)")
structure wordy {}

@readonly
//@1 ^^^^^^^^^ error[TraitTarget]: trait `readonly` cannot be applied to `books#Book`
//   = help: `@readonly` stands on operations
@error("client")
@cors
//@1 ^^^^^ error[TraitTarget]: trait `cors` cannot be applied to `books#Book`
//   = help: `@cors` stands on services
structure Book {
    @length(min: 1)
 // ^^^^^^^^^^^^^^^ error[TraitTarget]: trait `length` cannot be applied to `books#Book$pages`
 // = help: `@length` stands on lists, maps, strings, blobs and members that target lists, maps, strings or blobs
    pages: Integer

    @httpPrefixHeaders("x-")
 // ^^^^^^^^^^^^^^^^^^^^^^^ error[TraitTarget]: trait `httpPrefixHeaders` cannot be applied to `books#Book$title`
 // = help: `@httpPrefixHeaders` stands on what the selector `structure > member :test(> map :not([trait|sparse]) > member[id|member=value] > string)` selects
    title: String

    @wordy
 // ^^^^^^ error[TraitTarget]: trait `books#wordy` cannot be applied to `books#Book$author`
 // = help: `@books#wordy` stands on members of inputs of operations that target lists of strings
    author: String
}

@reached
//@1 ^^^^^^^^ error[TraitTarget]: trait `books#reached` cannot be applied to `books#Name`
//   = help: `@books#reached` stands on what the selector `service ~> operation` selects
@range(min: 1)
//@1 ^^^^^^^^^^^^^^ error[TraitTarget]: trait `range` cannot be applied to `books#Name`
//   = help: `@range` stands on numbers and members that target numbers
@sparse
//@1 ^^^^^^^ error[TraitTarget]: trait `sparse` cannot be applied to `books#Name`
//   = help: `@sparse` stands on lists and maps
string Name
