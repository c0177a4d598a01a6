$version: "2.0"

namespace example

use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@suppress(["UnstableTrait"])
@clientContextParams(
//@1 ^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#clientContextParams]: trait `smithy.rules#clientContextParams` is unstable: what it means may change
    Tenant: { type: "string", documentation: "who asks" }
    Region: { type: "string", documentation: "where" }
)
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.1"
    parameters: {
        Tenant: { type: "string", documentation: "who asks" }
        Region: { type: "string", documentation: "where" }
    }
    rules: [
        {
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }
            ]
            endpoint: { url: "https://{Region}.{partition#dnsSuffix}" }
            type: "endpoint"
        }
        {
            conditions: [
                { fn: "isSet", argv: [{ ref: "Tenant" }] }
                { fn: "isValidHostLabel", argv: [{ ref: "Tenant" }, true] }
            ]
            endpoint: {
                url: "https://{Tenant}.example.com"
                headers: { "x-tenant": ["{Tenant}"] }
                properties: { plan: { name: "{Tenant}", seats: 3 } }
            }
            type: "endpoint"
        }
        {
            conditions: [
                { fn: "isSet", argv: [{ ref: "Tenant" }] }
                { fn: "split", argv: [{ ref: "Tenant" }, "", 0] }
            ]
            error: "no tenant"
            type: "error"
        }
    ]
})
@endpointTests(
//@1 ^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointTests]: trait `smithy.rules#endpointTests` is unstable: what it means may change
    version: "1.0"
    testCases: [
        { params: { Region: "eu-west-1" }, expect: { endpoint: { url: "https://nobody.knows" } } }
        { params: { Tenant: "a" }, expect: { endpoint: { url: "https://b.example.com" } } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetTestCase]: the rules give `https://a.example.com`, expected `https://b.example.com`
        { params: { Tenant: "a" }, expect: { endpoint: { url: "https://a.example.com" } } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetTestCase]: the rules give `https://a.example.com` with other headers than expected
        {
     // ^ error[RuleSetTestCase]: the rules give `https://a.example.com` with other properties than expected
            params: { Tenant: "a" }
            expect: {
                endpoint: {
                    url: "https://a.example.com"
                    headers: { "x-tenant": ["a"] }
                    properties: { plan: { seats: 4, name: "a" } }
                }
            }
        }
        {
            params: { Tenant: "a" }
            expect: {
                endpoint: {
                    url: "https://a.example.com"
                    headers: { "x-tenant": ["a"] }
                    properties: { plan: { seats: 3, name: "a" } }
                }
            }
        }
        { params: { Tenant: "a" }, expect: { error: "no tenant" } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetTestCase]: the rules give `https://a.example.com`, expected an error
        { params: { Tenant: "-" }, expect: { error: "no tenant" } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetTestCase]: the rules have no answer to this: the delimiter of `split` is empty
        { expect: { error: "no tenant" } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetTestCase]: the rules have no answer to this: no rule matches
    ]
)
service Shop {}
