$version: "2.0"

namespace example

operation GetOrder {
    input := {}
}

structure Order {
    input: GetOrderInput
    //     ^^^^^^^^^^^^^ error[OperationInputOutputMisuse]: a member cannot target `example#GetOrderInput`, which has `@input`
    operation: GetOrder
    //         ^^^^^^^^ error[Target]: a member cannot be an operation, which `example#GetOrder` is
}
