$version: "2.0"

namespace example

use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet

@suppress(["UnstableTrait"])
@clientContextParams(
//@1 ^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#clientContextParams]: trait `smithy.rules#clientContextParams` is unstable: what it means may change
    Tenant: { type: "string", documentation: "who asks" }
    IsTest: { type: "boolean", documentation: "whether it counts" }
)
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.1"
    parameters: {
        Tenant: { type: "string", documentation: "who asks" }
        IsTest: { type: "boolean", required: true, default: false, documentation: "whether it counts" }
    }
    rules: [
        {
            conditions: [{ fn: "stringEquals", argv: [{ ref: "Tenant" }, "shop"] }]
            //                                               ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `stringEquals` takes a string as argument 1, not a string or nothing
            //                                               = help: ask before: {"fn": "isSet", "argv": [{"ref": "Tenant"}]}
            endpoint: { url: "https://{Tenat}.example.com" }
            //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: nothing gives `Tenat` a value here
            //               = help: did you mean `Tenant`?
            type: "endpoint"
        }
        {
            conditions: [
                { fn: "isSet", argv: [{ ref: "Tenant" }] }
                { fn: "parseURL", argv: ["https://{Tenant}"], assign: "url" }
                { fn: "isSet", argv: [{ ref: "IsTest" }] }
                //                           ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `IsTest` is always set, so there is nothing to ask
                { fn: "substring", argv: ["{Tenant}", 0, 2, false], assign: "Tenant" }
                //                                                          ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `Tenant` has a value already; a name is given once
                { fn: "booleanEquals", argv: [{ ref: "IsTest" }] }
                //    ^^^^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `booleanEquals` takes 2 arguments, not 1
                { fn: "ite", argv: [{ ref: "IsTest" }, "a", 1] }
                //    ^^^^^ error[Whitesmith.EndpointRuleSet]: `ite` gives one of its arguments, and one is a string, one an integer
            ]
            endpoint: {
                url: { ref: "IsTest" }
                //          ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: a URL is a string, not a boolean
                headers: { "x-host": ["{url#host}"], "x-first": ["{url[0]}", { fn: "getAttr", argv: [{ ref: "url" }, "path[0]"] }] }
                //                    ^^^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: the object has no `host`
                //                                               ^^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: nothing gives `url[0]` a value here
                //                                                                 ^^^^^^^^^ error[Whitesmith.EndpointRuleSet]: `[0]` is looked up in a string, not in an array
            }
            type: "endpoint"
        }
        { conditions: [], error: { ref: "IsTest" }, type: "error" }
        //                              ^^^^^^^^ error[Whitesmith.EndpointRuleSet]: an error is a string, not a boolean
    ]
})
service Shop {}
