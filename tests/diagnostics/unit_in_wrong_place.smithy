$version: "2.0"

namespace example

operation PutOrder {
    input: Unit
    output: Unit
}

resource Order {
    properties: { nothing: Unit }
    //                     ^^^^ error[UnitType]: `smithy.api#Unit` has no value and cannot be the property
    update: UpdateOrder
}

operation UpdateOrder {
    input := {
        nothing: Unit
        //       ^^^^ error[UnitType]: `smithy.api#Unit` has no value: only members of unions can target it
    }
}

union Choice {
    none: Unit
    some: String
}

list Units {
    member: Unit
    //      ^^^^ error[UnitType]: `smithy.api#Unit` has no value: only members of unions can target it
}
