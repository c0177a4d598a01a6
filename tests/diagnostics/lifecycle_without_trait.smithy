$version: "2.0"

namespace example

resource Order {
    identifiers: { id: String }
    read: GetOrder
    delete: DeleteOrder
}

operation GetOrder {
//        ^^^^^^^^ error[ResourceLifecycle]: `read` of `example#Order` is `example#GetOrder`, which lacks `@readonly`
//        = help: @readonly
    input := for Order {
        @required
        $id
    }
}

operation DeleteOrder {
//        ^^^^^^^^^^^ error[ResourceLifecycle]: `delete` of `example#Order` is `example#DeleteOrder`, which lacks `@idempotent`
//        = help: @idempotent
    input := for Order {
        @required
        $id
    }
}
