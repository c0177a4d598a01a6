$version: "2.0"

namespace example

operation PutOrder {
    input: Unit
    output: Unit
}

resource Order {
    properties: { nothing: Unit }
    //                     ^^^^ error[UnitType]: `smithy.api#Unit` says that there is nothing and cannot be the property
    update: UpdateOrder
}

operation UpdateOrder {
    input := {
        nothing: Unit
        //       ^^^^ error[UnitType]: `smithy.api#Unit` says that there is nothing: only members of unions target it
    }
}

union Choice {
    none: Unit
    some: String
}

list Units {
    member: Unit
    //      ^^^^ error[UnitType]: `smithy.api#Unit` says that there is nothing: only members of unions target it
}
