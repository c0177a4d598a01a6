$version: "2.0"

namespace example

@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        order: Order
    }
    output := {
        @httpQuery("id")
        //         ^^^^ warning[HttpBindingTraitIgnored.Input]: `@httpQuery` has an effect only at the top of an input, which `example#PutOrderOutput` is not in `example#PutOrder`
        id: String
    }
}

structure Order {
    @httpHeader("x-order")
    //          ^^^^^^^^^ warning[HttpBindingTraitIgnored.TopLevel]: `@httpHeader` has an effect only at the top of an input, output or error, which `example#Order` is not in `example#PutOrderInput$order`
    name: String

    @httpResponseCode
 // ^^^^^^^^^^^^^^^^^ warning[HttpBindingTraitIgnored.Output]: `@httpResponseCode` has an effect only at the top of an output, which `example#Order` is not in `example#PutOrderInput$order`
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
