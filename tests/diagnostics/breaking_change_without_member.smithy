$version: "2.0"

namespace example

@trait(breakingChanges: [
    { change: "any" }
    { change: "any", path: "/name" }
    { change: "any", path: "/nme" }
    //                     ^^^^^^ error[TraitBreakingChanges]: `example#catalogued`, a structure, has no member `nme`
    //                     = help: it has `name`, `authors`
    { change: "any", path: "/authors/member/first" }
    { change: "any", path: "/authors/0" }
    //                     ^^^^^^^^^^^^ error[TraitBreakingChanges]: `example#Authors`, a list, has no member `0`
    //                     = help: it has `member`
])
structure catalogued {
    name: String
    authors: Authors
}

list Authors {
    member: Author
}

structure Author {
    first: String
}
