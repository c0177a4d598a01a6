$version: "2.0"

metadata suppressions = [
    { namespace: "*" }
 // ^^^^^^^^^^^^^^^^^^ error[Model]: missing required member `id`
    { id: "Target" }
 // ^^^^^^^^^^^^^^^^ error[Model]: missing required member `namespace`
    { id: "Target", namespace: "*", reason: 3 }
    //                                      ^ error[Model]: `reason` must be a string, found a number
    ["Target"]
 // ^^^^^^^^^^ error[Model]: each element of metadata `suppressions` must be an object, found an array
]

metadata severityOverrides = [
    { id: "Target", namespace: "*" }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: missing required member `severity`
    { id: "Target", namespace: "*", severity: "ERROR" }
    //                                        ^^^^^^^ error[Model]: a model cannot define events of severity `ERROR`
    //                                        = help: write `WARNING` or `DANGER`
    { id: 1, namespace: "*", severity: "WARNING" }
    //    ^ error[Model]: `id` must be a string, found a number
]

namespace books
