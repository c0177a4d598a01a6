$version: "2.0"

namespace example

use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@suppress(["UnstableTrait"])
@endpointRuleSet({
//@1 ^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointRuleSet]: trait `smithy.rules#endpointRuleSet` is unstable: what it means may change
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Regin", documentation: "where" }
        //                                 ^^^^^^^^^^^^ error[RuleSetBuiltIn.RuleSet]: there is no built-in `AWS::Regin`
        //                                 = help: did you mean `AWS::Region`?
        Account: { type: "string", builtIn: "AWS::Auth::AccountId", documentation: "who pays" }
        //                                  ^^^^^^^^^^^^^^^^^^^^^^ danger[RuleSetAwsBuiltIn.AWS::Auth::AccountId]: with `AWS::Auth::AccountId` the endpoint depends on the credentials; the rules that use it need care
    }
    rules: [{ conditions: [], error: "no", type: "error" }]
})
@endpointTests(
//@1 ^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.rules#endpointTests]: trait `smithy.rules#endpointTests` is unstable: what it means may change
    version: "1.0"
    testCases: [
        {
            params: { Region: "a", Account: "1" }
            operationInputs: [
                { operationName: "GetOrder", builtInParams: { "AWS::Auth::AccountId": "2", "SDK::Endpont": "b" } }
             // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[EndpointTestsTrait]: parameter `Region` of the test case comes from `AWS::Regin`, which this input lacks
             // = help: builtInParams: { "AWS::Regin": .. }
                //                                                                    ^^^ error[EndpointTestsTrait]: `AWS::Auth::AccountId` has another value here than parameter `Account` of the test case
                //                                                                                         ^^^ error[RuleSetBuiltIn.TestCase.0.Inputs.0]: there is no built-in `SDK::Endpont`
                //                                                                                         = help: did you mean `SDK::Endpoint`?
                { operationName: "GetOrders" }
                //               ^^^^^^^^^^^ error[EndpointTestsTrait]: `example#Shop` has no operation `GetOrders`
                //               = help: did you mean `GetOrder`?
            ]
            expect: { error: "no" }
        }
        {
     // ^ error[RuleSetTestCase]: the rules end in the error `no`, expected an endpoint
            operationInputs: [{ operationName: "GetOrder", operationParams: { id: 3, page: 1 } }]
            //                                                                    ^ error[EndpointTestsTrait]: the input of this test: expected a string for `smithy.api#String`, found a number
            //                                                                             ^ danger[EndpointTestsTrait]: the input of this test: `example#GetOrderInput` has no member `page`
            expect: { endpoint: { url: "https://example.com" } }
        }
    ]
)
service Shop {
    operations: [GetOrder]
}

operation GetOrder {
    input := { id: String }
}
