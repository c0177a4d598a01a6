$version: "2.0"

namespace example

use smithy.rules#endpointRuleSet

@suppress(["UnstableTrait"])
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.0"
    parameters: {}
    rules: [
        { conditions: [], endpoint: { url: "https://a.example.com", properties: { authSchemes: "sigv4" } }, type: "endpoint" }
        //                                                                                     ^^^^^^^ error[RuleSetAuthSchemes]: `authSchemes` is a list, not a string
        {
            conditions: []
            endpoint: {
                url: "https://b.example.com"
                properties: {
                    authSchemes: [
                        "sigv4"
                     // ^^^^^^^ error[RuleSetAuthSchemes]: an element of `authSchemes` is an object, not a string
                        {}
                     // ^^ error[RuleSetAuthSchemes]: a scheme has a `name`
                     // = help: "name": "sigv4"
                        { name: true }
                        //      ^^^^ error[RuleSetAuthSchemes]: the `name` of a scheme is a string, not a boolean
                        //      = help: "name": "sigv4"
                        { name: "sigv4", signingName: 3, signingRegin: "a" }
                        //                            ^ error[RuleSetAuthSchemes]: `signingName` of scheme `sigv4` is a string, not a number
                        //                                             ^^^ error[RuleSetAuthSchemes]: scheme `sigv4` has no `signingRegin`
                        //                                             = help: did you mean `signingRegion`?
                        { name: "sigv4", disableDoubleEncoding: "no" }
                     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetAuthSchemes]: scheme `sigv4` stands in `authSchemes` twice
                        //                                      ^^^^ error[RuleSetAuthSchemes]: `disableDoubleEncoding` of scheme `sigv4` is a boolean, not a string
                        { name: "sigv4a", signingRegionSet: [] }
                        //                                  ^^ error[RuleSetAuthSchemes]: `signingRegionSet` of scheme `sigv4a` is a list of strings, one at least, not this list
                        { name: "sigv4a-s3" }
                     // ^^^^^^^^^^^^^^^^^^^^^ warning[RuleSetAuthSchemes]: scheme `sigv4a-s3` is none that is known here, so its properties are not checked
                        { name: "beta-shop" }
                     // ^^^^^^^^^^^^^^^^^^^^^ error[RuleSetAuthSchemes]: scheme `beta-shop` has `signingName`, a string
                    ]
                }
            }
            type: "endpoint"
        }
    ]
})
service Shop {}
