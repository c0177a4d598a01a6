$version: "2.0"

namespace example

@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        order: Order
    }
    output := {
        @httpQuery("id")
        //         ^^^^ warning[HttpBindingTraitIgnored.Input]: `@httpQuery` has an effect only at the top of an input, but `example#PutOrderOutput` is not at that place in `example#PutOrder`
        id: String
    }
}

structure Order {
    @httpHeader("x-order")
    //          ^^^^^^^^^ warning[HttpBindingTraitIgnored.TopLevel]: `@httpHeader` has an effect only at the top of an input, output or error, but `example#Order` is not at that place in `example#PutOrderInput$order`
    name: String

    @httpResponseCode
 // ^^^^^^^^^^^^^^^^^ warning[HttpBindingTraitIgnored.Output]: `@httpResponseCode` has an effect only at the top of an output, but `example#Order` is not at that place in `example#PutOrderInput$order`
    code: Integer
}

@mixin
structure HasKind {
    @httpQuery("kind")
    kind: String
}

@http(method: "POST", uri: "/kinds")
operation PutKind {
    input := with [HasKind] {}
}
