$version: "2.0"

namespace example

use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet

@suppress(["UnstableTrait"])
@clientContextParams(Tenant: { type: "string", documentation: "who asks" })
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#clientContextParams]: trait `smithy.rules#clientContextParams` is unstable: what it means may change
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "one"
    //       ^^^^^ error[Whitesmith.EndpointRuleSet]: a version is two numbers: "1.0"
    parameters: {
    //          ^ error[RuleSetParameter.RuleSet.UnmatchedName]: the model gives `Tenant` a value, and the rules have no such parameter
    //          = help: they have `Region`
        Tenant: { type: "text", documentation: "who asks" }
        //              ^^^^^^ error[Whitesmith.EndpointRuleSet]: `text` is not a type of a parameter
        //              = help: write `string`, `boolean` or `stringArray`
        Region: { type: "string", builtIn: "AWS::Region", default: true, doc: "where" }
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[RuleSetParamMissingDocs]: parameter `Region` has no documentation
        //      = help: "documentation": ".."
        //                                                         ^^^^ error[Whitesmith.EndpointRuleSet]: parameter `Region` has a default, so it is always there
        //                                                         = help: "required": true
        //                                                         ^^^^ error[Whitesmith.EndpointRuleSet]: the default of parameter `Region` is not of its type, `string`
        //                                                                    ^^^^^^^ error[Whitesmith.EndpointRuleSet]: `doc` has no meaning here
    }
    rules: [
        { conditions: [{ fn: "isSett", argv: [] }], error: "no", type: "error" }
        //                   ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: there is no function `isSett`
        //                   = help: did you mean `isSet`?
        { conditions: [{ fn: "getAttr", argv: ["a", "b[x]"] }], error: "no", type: "error" }
        //                                          ^^^^^^ error[Whitesmith.EndpointRuleSet]: `b[x]` is not a path: `[x]` is not an index such as `[0]`
        { conditions: [{ fn: "not", argv: [null, 1.5, { ref: "a", fn: "not" }] }], error: "a}", type: "error" }
        //                                 ^^^^ error[Whitesmith.EndpointRuleSet]: rules have no null
        //                                       ^^^ error[Whitesmith.EndpointRuleSet]: `1.5` is not an integer, the only numbers of rules
        //                                            ^^^^^^^^^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: an object here has either `ref` or `fn`
        //                                                                                ^^^^ error[Whitesmith.EndpointRuleSet]: a `}` closes nothing; `}}` is the character
        { conditions: [], endpoint: { uri: "https://{Region" }, type: "endpoint" }
        //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `url` is missing
        //                                 ^^^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `uri` has no meaning here
        //                                 = help: did you mean `url`?
        { conditions: [], rules: [], type: "tree" }
        //                       ^^ error[Whitesmith.EndpointRuleSet]: a tree has at least one rule
        { conditions: {}, error: "no", type: "err" }
        //            ^^ error[Whitesmith.EndpointRuleSet]: expected an array, found an object
        //                                   ^^^^^ error[Whitesmith.EndpointRuleSet]: `err` is not a type of a rule
        //                                   = help: write `endpoint`, `error` or `tree`
        { error: "no", type: "error" }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `conditions` is missing
    ]
})
service Shop {}
