$version: "2.0"

namespace example

use smithy.rules#endpointRuleSet

@suppress(["UnstableTrait"])
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.0"
    parameters: {}
    rules: [
        {
            conditions: [{ fn: "split", argv: ["a--b", "--", 0], assign: "parts" }]
            //                 ^^^^^^^ error[RulesEngineVersion]: `split` is a function of version 1.1, these rules are of 1.0
            //                 = help: "version": "1.1"
            error: "no"
            type: "error"
        }
    ]
})
service Shop {}
