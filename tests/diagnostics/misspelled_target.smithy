$version: "2.0"

namespace example

structure Order {
    id: Strng
    //  ^^^^^ error[Target]: cannot find shape `Strng`
    //  = help: did you mean `String`?
    items: ItemLst
    //     ^^^^^^^ error[Target]: cannot find shape `ItemLst`
    //     = help: did you mean `ItemList`?
}

list ItemList {
    member: String
}
