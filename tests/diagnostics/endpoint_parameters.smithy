$version: "2.0"

namespace example

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams

@suppress(["UnstableTrait"])
@clientContextParams(
//@1 ^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#clientContextParams]: trait `smithy.rules#clientContextParams` is unstable: what it means may change
    Tenant: { type: "string", documentation: "who asks" }
    IsTest: { type: "boolean", documentation: "whether it counts" }
    Lonely: { type: "string", documentation: "what no rule asks for" }
)
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.0"
    parameters: {
    //          ^ error[RuleSetParameter.RuleSet.UnmatchedName]: the model gives `Lonely` a value, and the rules have no such parameter
    //          = help: they have `Tenant`, `IsTest`, `Bucket`, `Names`, `Tenants`
        Tenant: { type: "boolean", documentation: "who asks" }
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetParameter.RuleSet.TypeMismatch]: parameter `Tenant` is a `boolean` here, and a `string` in the model
        IsTest: { type: "boolean" }
        //      ^^^^^^^^^^^^^^^^^^^ warning[RuleSetParamMissingDocs]: parameter `IsTest` has no documentation
        //      = help: "documentation": ".."
        //      ^^^^^^^^^^^^^^^^^^^ danger[RuleSetParameter.TestCase.Unused]: no test case gives parameter `IsTest` a value
        Bucket: { type: "string", required: true, documentation: "where it is" }
        Names: { type: "stringArray", documentation: "all of them" }
        Tenants: { type: "string", documentation: "misspelled" }
        //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetParameter.RuleSet.UnmatchedName]: nothing in the model gives parameter `Tenants` a value
        //       = help: did you mean `Tenant`?
        //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[RuleSetParameter.TestCase.Unused]: no test case gives parameter `Tenants` a value
    }
    rules: [{ conditions: [], error: "no", type: "error" }]
})
@endpointTests(
//@1 ^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointTests]: trait `smithy.rules#endpointTests` is unstable: what it means may change
    version: "1.0"
    testCases: [
        { params: { Tenant: "a", Bucket: "b", Names: ["a"] }, expect: { error: "no" } }
        //                  ^^^ error[RuleSetParameter.TestCase.TypeMismatch]: parameter `Tenant` is a `boolean`, not a string
        { params: { Names: "a", Buckets: "b" }, expect: { error: "no" } }
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetParameter.TestCase.RequiredMissing]: the required parameter `Bucket` has no value in this test case
        //                 ^^^ error[RuleSetParameter.TestCase.TypeMismatch]: parameter `Names` is a `stringArray`, not a string
        //                               ^^^ error[RuleSetParameter.TestCase.Undefined]: the rules have no parameter `Buckets`
        //                               = help: did you mean `Bucket`?
    ]
)
service Shop {
    operations: [GetOrder, PutOrder]
}

@staticContextParams(
//@1 ^^^^^^^^^^^^^^^^^^^^^ warning[UnstableTrait.smithy.rules#staticContextParams]: trait `smithy.rules#staticContextParams` is unstable: what it means may change
    Tenant: { value: true }
    //               ^^^^ error[RuleSetParameter.StaticContextParams.InconsistentType]: `Tenant` is a `boolean` here, and a `string` elsewhere in the service
    Count: { value: 3 }
    //              ^ error[StaticContextParamsTrait]: `Count` is a string, a boolean or an array of strings, not a number
    Mixed: { value: ["a", 1] }
    //              ^^^^^^^^ error[StaticContextParamsTrait]: `Mixed` is a string, a boolean or an array of strings, not an array of other things
)
operation GetOrder {
    input := {
        @contextParam(name: "Bucket")
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[UnstableTrait.smithy.rules#contextParam]: trait `smithy.rules#contextParam` is unstable: what it means may change
        bucket: String

        @contextParam(name: "IsTest")
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[UnstableTrait.smithy.rules#contextParam]: trait `smithy.rules#contextParam` is unstable: what it means may change
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RuleSetParameter.ContextParam.InconsistentType]: `IsTest` is a `string` here, and a `boolean` elsewhere in the service
        isTest: String

        @contextParam(name: "Names")
     // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[UnstableTrait.smithy.rules#contextParam]: trait `smithy.rules#contextParam` is unstable: what it means may change
        count: Integer
        //     ^^^^^^^ error[RuleSetParameter.ContextParam.UnsupportedType]: `Names` comes from an integer, and a parameter from a string or a boolean
    }
}

@operationContextParams(
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^ warning[UnstableTrait.smithy.rules#operationContextParams]: trait `smithy.rules#operationContextParams` is unstable: what it means may change
    Names: { path: "lines[*].name" }
    Bucket: { path: "lines[0].name" }
    //              ^^^^^^^^^^^^^^^ error[OperationContextParamsTrait]: the path of `Bucket` has `[0]`, and such a path only selects
    //              = help: it may have names, `[*]`, `.*`, `[]`, `[a, b]` and `keys()`
    Broken: { path: "lines[" }
    //              ^^^^^^^^ error[OperationContextParamsTrait]: the path of `Broken` is no JMESPath: expected an index, a slice or `*` at character 7
    Missing: { path: "line.name" }
    //               ^^^^^^^^^^^ error[OperationContextParamsTrait]: the path of `Missing` finds nothing: `example#PutOrderInput` has no member `line`
    //               = help: did you mean `lines`?
    IsTest: { path: "keys(lines[0]) == @ && !{a: `1`} || lines[1:] || lines[?name] || length(lines)" }
    //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[OperationContextParamsTrait]: the path of `IsTest` has `||`, and such a path only selects
    //              = help: it may have names, `[*]`, `.*`, `[]`, `[a, b]` and `keys()`
)
operation PutOrder {
    input := {
        lines: Lines
    }
}

list Lines { member: Line }

structure Line { name: String }
