$version: "2.0"

namespace example

use smithy.rules#endpointBdd

@suppress(["UnstableTrait"])
@endpointBdd(
    version: "1.0"
    //       ^^^^^ error[Model]: a decision diagram needs version 1.1 of the rules engine, or a later one
    parameters: {}
    conditions: []
    results: []
    root: 1
    nodeCount: 0
    nodes: ""
)
service TooEarly {}

@suppress(["UnstableTrait"])
@endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: []
    results: []
    root: 1
    nodeCount: 1
    nodes: "AAA!"
    //     ^^^^^^ error[Model]: `nodes` is not base64: it contains `!`
)
service NoBase64 {}

@suppress(["UnstableTrait"])
@endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: []
    results: []
    root: 1
    nodeCount: 2
    nodes: "AAAA"
    //     ^^^^^^ error[Model]: 2 nodes are 12 bytes each, and `nodes` has 3 bytes
)
service TooShort {}

@suppress(["UnstableTrait"])
@endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: [{ fn: "isSett", argv: [] }]
    //                 ^^^^^^^^ error[Model]: there is no function `isSett`
    //                 = help: did you mean `isSet`?
    results: [
        { type: "error", error: "no", conditions: [{ fn: "isSet", argv: [{ ref: "a" }] }] }
        //                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: a result has no conditions; they belong into `conditions` and `nodes`
    ]
    root: 100000009
    nodeCount: 1
    nodes: "/////wAAAAH/////"
    //     ^^^^^^^^^^^^^^^^^^ error[BddTrait]: `root` is result 9, and there are 1
)
service LeadsNowhere {}
