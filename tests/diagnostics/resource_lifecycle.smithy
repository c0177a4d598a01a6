$version: "2.0"

namespace example

resource Order {
    identifiers: { orderId: String }
    create: CreateOrder
    //      ^^^^^^^^^^^ error[ResourceLifecycle]: `create` of `example#Order` is `example#CreateOrder`, which cannot be `@readonly`
    put: PutOrder
    read: GetOrder
    update: UpdateOrder
    //      ^^^^^^^^^^^ error[ResourceLifecycle]: `update` of `example#Order` is `example#UpdateOrder`, which cannot be `@readonly`
    delete: DeleteOrder
    //      ^^^^^^^^^^^ error[ResourceLifecycle]: `delete` of `example#Order` is `example#DeleteOrder`, which cannot be `@readonly`
    list: ListOrders
}

@readonly
operation CreateOrder {}

operation PutOrder {
//        ^^^^^^^^ error[ResourceLifecycle]: `put` of `example#Order` is `example#PutOrder`, which lacks `@idempotent`
//        = help: @idempotent
    input: OrderKey
}

operation GetOrder {
//        ^^^^^^^^ error[ResourceLifecycle]: `read` of `example#Order` is `example#GetOrder`, which lacks `@readonly`
//        = help: @readonly
    input: OrderKey
}

@readonly
operation UpdateOrder {
    input: OrderKey
}

@readonly
operation DeleteOrder {
//        ^^^^^^^^^^^ error[ResourceLifecycle]: `delete` of `example#Order` is `example#DeleteOrder`, which lacks `@idempotent`
//        = help: @idempotent
    input: OrderKey
}

operation ListOrders {}
//        ^^^^^^^^^^ error[ResourceLifecycle]: `list` of `example#Order` is `example#ListOrders`, which lacks `@readonly`
//        = help: @readonly

structure OrderKey {
    @required
    orderId: String
}
