$version: "2.0"

namespace example

operation PutOrder {
    input: OrderData
    output: PutOrderResponse
}

structure OrderData {}

structure PutOrderInput {}
//        ^^^^^^^^^^^^^ warning[OperationNameAmbiguity]: `example#PutOrderInput` is named like the input of `example#PutOrder`, which is `example#OrderData`

structure PutOrderOutput {}
//        ^^^^^^^^^^^^^^ warning[OperationNameAmbiguity]: `example#PutOrderOutput` is named like the output of `example#PutOrder`, which is `example#PutOrderResponse`

structure PutOrderResponse {}
