$version: "2.0"

namespace example

operation PutOrder {
    input: PutOrderInput
    output: PutOrderInput
    //      ^^^^^^^^^^^^^ error[OperationInputOutputMisuse]: `example#PutOrderInput` has `@input` and cannot be the output
}

operation PutOrderAgain {
    input: PutOrderInput
    //     ^^^^^^^^^^^^^ warning[OperationInputOutputName.input]: the name of the input does not begin with `PutOrderAgain`: `example#PutOrderInput`
    //     = help: input: PutOrderAgainInput
    output: Receipt
    //      ^^^^^^^ warning[OperationInputOutputName.output]: the name of the output does not begin with `PutOrderAgain`: `example#Receipt`
    //      = help: output: PutOrderAgainOutput
}

@input
structure PutOrderInput {
//        ^^^^^^^^^^^^^ error[OperationInputOutputMisuse]: `example#PutOrderInput` has `@input` and is the input of one operation, not of `example#PutOrder`, `example#PutOrderAgain`
    order: String
}

@output
structure Receipt {
    previous: PutOrderInput
    //        ^^^^^^^^^^^^^ error[OperationInputOutputMisuse]: a member cannot target `example#PutOrderInput`, which has `@input`
}
