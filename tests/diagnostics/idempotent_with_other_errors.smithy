$version: "2.0"

namespace example

@idempotent(exists: [OrderExists], notFound: [])
//                                           ^^ error[IdempotentTrait]: `@idempotent` has `exists` or `notFound`, not both
operation CreateOrder {
    errors: [OrderExists]
}

@idempotent(exists: [NoSuchOrder])
//                   ^^^^^^^^^^^ error[IdempotentTrait]: `example#NoSuchOrder` is not among the errors of `example#CreateItem`
//                   = help: its errors are `example#OrderExists`
operation CreateItem {
    errors: [OrderExists]
}

@idempotent(notFound: [NoSuchOrder])
//                     ^^^^^^^^^^^ error[IdempotentTrait]: `example#NoSuchOrder` is not among the errors of `example#DeleteOrder`
//                     = help: errors: [NoSuchOrder]
operation DeleteOrder {}

@idempotent
operation DeleteItem {}

@error("client")
structure OrderExists {}

@error("client")
structure NoSuchOrder {}
