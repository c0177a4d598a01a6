$version: "2.0"

namespace example

use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet

@suppress(["UnstableTrait"])
@clientContextParams(Url: { type: "string", documentation: "where" })
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#clientContextParams]: trait `smithy.rules#clientContextParams` is unstable: what it means may change
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.0"
    parameters: { Url: { type: "string" } }
    //                 ^^^^^^^^^^^^^^^^^^ warning[RuleSetParamMissingDocs]: parameter `Url` has no documentation
    //                 = help: "documentation": ".."
    rules: [
        { conditions: [{ fn: "isSet", argv: [{ ref: "Url" }] }], endpoint: { url: "{Url}" }, type: "endpoint" }
        {
            conditions: []
            rules: [{ conditions: [], endpoint: { url: "ftp://example.com" }, type: "endpoint" }]
            //                                         ^^^^^^^^^^^^^^^^^^^ error[RuleSetUri]: a URL begins with `http://` or `https://`, not as `ftp://example.com` does
            type: "tree"
        }
    ]
})
service Shop {}
