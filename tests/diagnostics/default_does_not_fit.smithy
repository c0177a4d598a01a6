$version: "2.0"

namespace example

@default(1)
integer Copies

@default(null)
//       ^^^^ error[DefaultTrait]: `example#Title` cannot have the default null, which only removes the default of a member
//       = help: remove `@default`
string Title

@range(min: 1)
integer Pages

list Authors {
    member: String
}

map Notes {
    key: String
    value: String
}

structure Book {
    copies: Copies
    //      ^^^^^^ error[DefaultTrait]: `example#Copies` has the default `1`, which the member must repeat or remove with null
    //      = help: copies: Copies = 1
    moreCopies: Copies = 2
    //                   ^ error[DefaultTrait]: `example#Copies` has another default, `1`
    //                   = help: moreCopies: Copies = 1
    noCopies: Copies = null
    sameCopies: Copies = 1
    pages: Pages = 0
    //             ^ warning[DefaultTrait.Target.InvalidRange]: default: `example#Pages` takes numbers from 1 on, but found `0`
    fewPages: Pages = -1
    //                ^^ error[DefaultTrait.Target.InvalidRange]: default: `example#Pages` takes numbers from 1 on, but found `-1`
    authors: Authors = ["Ada"]
    //                 ^^^^^^^ error[DefaultTrait]: a default that is a list must be empty
    //                 = help: write `[]`
    notes: Notes = { a: "b" }
    //             ^^^^^^^^^^ error[DefaultTrait]: a default that is a map or an object must be empty
    //             = help: write `{}`
    cover: Blob = "not base64"
    //            ^^^^^^^^^^^^ warning[DefaultTrait]: the default of a blob is not base64
    right: Blob = "YWJj"
    extra: Document = { a: 1 }
    //                ^^^^^^^^ error[DefaultTrait]: a default that is a map or an object must be empty
    //                = help: write `{}`
    moreExtra: Document = [1]
    //                    ^^^ error[DefaultTrait]: a default that is a list must be empty
    //                    = help: write `[]`
    @length(min: 3)
    name: String = "ab"
    //             ^^^^ error[DefaultTrait]: default: `example#Book$name` takes at least 3 characters, but the value has 2
}
