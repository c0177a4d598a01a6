$version: "2.0"

namespace example

union Shelf {
//    ^^^^^ error[ShapeRecursion]: no value of `example#Shelf` could ever end
//    = help: add a member that is not recursive
    shelf: Shelf
    box: Box
}

structure Box {
    @required
    shelf: Shelf
}

union Node {
    node: Node
    leaf: String
}

union Chain {
    link: Link
}

structure Link {
    next: Chain
}

map Drawers {
//  ^^^^^^^ error[ShapeRecursion]: `example#Drawers` contains itself: `example#Drawers$value`, `example#DrawerList$member`
//  = help: put a structure or union between
    key: String
    value: DrawerList
}

list DrawerList {
//   ^^^^^^^^^^ error[ShapeRecursion]: `example#DrawerList` contains itself: `example#DrawerList$member`, `example#Drawers$value`
//   = help: put a structure or union between
    member: Drawers
}

structure Person {
//        ^^^^^^ error[ShapeRecursion]: `example#Person` requires itself through `example#Person$friend`
//        = help: remove `@required` from one of these members
//        ^^^^^^ error[ShapeRecursion]: `example#Person` requires itself through `example#Person$partner`, `example#Couple$first`
//        = help: remove `@required` from one of these members
    @required
    friend: Person
    @required
    partner: Couple
}

structure Couple {
//        ^^^^^^ error[ShapeRecursion]: `example#Couple` requires itself through `example#Couple$first`, `example#Person$partner`
//        = help: remove `@required` from one of these members
    @required
    first: Person
}
