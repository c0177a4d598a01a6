$version: "2.0"

namespace example

structure Order {
//        ^^^^^ error[ShapeRecursion]: `example#Order` requires itself through `example#Order$customer`, `example#Customer$lastOrder`
//        = help: remove `@required` from one of these members
    @required
    customer: Customer
}

structure Customer {
//        ^^^^^^^^ error[ShapeRecursion]: `example#Customer` requires itself through `example#Customer$lastOrder`, `example#Order$customer`
//        = help: remove `@required` from one of these members
    @required
    lastOrder: Order
}

list Names {
//   ^^^^^ error[ShapeRecursion]: `example#Names` contains itself: `example#Names$member`
//   = help: put a structure or union between
    member: Names
}
