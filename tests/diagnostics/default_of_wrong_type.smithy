$version: "2.0"

namespace example

structure Order {
    count: Integer = "one"
    //               ^^^^^ error[DefaultTrait]: default: expected a number for `smithy.api#Integer`, found a string
    size: Byte = 300
    //           ^^^ error[DefaultTrait]: default: `300` does not fit in a byte
    name: Names = ["a"]
    //            ^^^^^ error[DefaultTrait]: a default that is a list must be empty
    //            = help: write `[]`
    item: Item = {}
    //           ^^ error[TraitTarget]: trait `default` cannot be applied to `example#Order$item`
    //           = help: `@default` can be applied to simple shapes, lists, maps and members of structures that target simple shapes, lists or maps
}

list Names {
    member: String
}

structure Item {}
