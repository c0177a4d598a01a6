$version: "2.0"

namespace books

@trait(selector: "service ~> operation")
structure reached {}

@trait(selector: "operation -[input]-> structure > member :test(> list > member > string)")
structure wordy {}

@readonly
//@1 ^^^^^^^^^ error[TraitTarget]: trait `readonly` cannot be applied to `books#Book`
//   = help: `@readonly` can be applied to operations
@error("client")
@cors
//@1 ^^^^^ error[TraitTarget]: trait `cors` cannot be applied to `books#Book`
//   = help: `@cors` can be applied to services
structure Book {
    @length(min: 1)
 // ^^^^^^^^^^^^^^^ error[TraitTarget]: trait `length` cannot be applied to `books#Book$pages`
 // = help: `@length` can be applied to lists, maps, strings, blobs and members that target lists, maps, strings or blobs
    pages: Integer

    @httpPrefixHeaders("x-")
 // ^^^^^^^^^^^^^^^^^^^^^^^ error[TraitTarget]: trait `httpPrefixHeaders` cannot be applied to `books#Book$title`
 // = help: `@httpPrefixHeaders` can be applied to what the selector `structure > member :test(> map :not([trait|sparse]) > member[id|member=value] > string)` selects
    title: String

    @wordy
 // ^^^^^^ error[TraitTarget]: trait `books#wordy` cannot be applied to `books#Book$author`
 // = help: `@books#wordy` can be applied to members of inputs of operations that target lists of strings
    author: String
}

@reached
//@1 ^^^^^^^^ error[TraitTarget]: trait `books#reached` cannot be applied to `books#Name`
//   = help: `@books#reached` can be applied to what the selector `service ~> operation` selects
@range(min: 1)
//@1 ^^^^^^^^^^^^^^ error[TraitTarget]: trait `range` cannot be applied to `books#Name`
//   = help: `@range` can be applied to numbers and members that target numbers
@sparse
//@1 ^^^^^^^ error[TraitTarget]: trait `sparse` cannot be applied to `books#Name`
//   = help: `@sparse` can be applied to lists and maps
string Name
