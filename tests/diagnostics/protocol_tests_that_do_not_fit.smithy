$version: "2.0"

namespace example

use aws.protocols#restJson1
use smithy.test#eventStreamTests
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests
use smithy.test#smokeTests

@restJson1
service Shop {
    operations: [PutOrder, WatchOrders, GetOrder]
}

structure VendorParams {
    region: String
}

@suppress(["UnstableTrait"])
@http(method: "PUT", uri: "/orders")
@idempotent
@httpRequestTests([
    {
        id: "put"
        //  ^^^^^ error[UniqueProtocolTestCaseId]: `put` is the id of 2 protocol tests, of `example#PutOrder`
        protocol: restJson1
        method: "PUT"
        uri: "/orders"
        body: "{\"id\": }"
        //    ^^^^^^^^^^^^ danger[HttpRequestTestsInput]: test `put`: the body is not JSON
        bodyMediaType: "application/json"
        params: { id: 3, unknown: true }
        //            ^ error[HttpRequestTestsInput]: parameters of test `put`: expected a string for `smithy.api#String`, found a number
        //                        ^^^^ warning[HttpRequestTestsInput]: parameters of test `put`: `example#PutOrderInput` has no member `unknown`
        vendorParamsShape: VendorParams
        vendorParams: { region: 1 }
        //                      ^ error[HttpRequestTestsInput]: vendor parameters of test `put`: expected a string for `smithy.api#String`, found a number
    }
    {
        id: "put"
        //  ^^^^^ error[UniqueProtocolTestCaseId]: `put` is the id of 2 protocol tests, of `example#PutOrder`
        protocol: restJson1
        method: "PUT"
        uri: "/orders"
        body: "<Order><id></Order>"
        //    ^^^^^^^^^^^^^^^^^^^^^ danger[HttpRequestTestsInput]: test `put`: the body is not well-formed XML
        bodyMediaType: "application/order+xml"
        vendorParamsShape: VendorParams
        //                 ^^^^^^^^^^^^ warning[HttpRequestTestsInput]: test `put` has `vendorParamsShape`, but no `vendorParams`
    }
])
@httpResponseTests([
    { id: "answer", protocol: restJson1, code: 200, params: { state: ["OPEN"] } }
    //    ^^^^^^^^ error[UniqueProtocolTestCaseId]: `answer` is the id of 2 protocol tests, of `example#PutOrder`
    //                                                               ^^^^^^^^ error[HttpResponseTestsOutput]: parameters of test `answer`: expected a string for `smithy.api#String`, found an array
])
@httpMalformedRequestTests([
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.smithy.test#httpMalformedRequestTests]: trait `smithy.test#httpMalformedRequestTests` is unstable: what it means may change
    {
        id: "answer"
        //  ^^^^^^^^ error[UniqueProtocolTestCaseId]: `answer` is the id of 2 protocol tests, of `example#PutOrder`
        protocol: restJson1
        request: { method: "PUT", uri: "/orders" }
        response: { code: 400 }
    }
    {
        id: "malformed"
        protocol: restJson1
        request: { method: "PUT", uri: "/orders/$a:L" }
        response: { code: 400 }
        testParameters: { a: ["1", "2"], b: ["1"] }
        //                                  ^^^^^ error[HttpMalformedRequestTests]: test `malformed`: `b` has 1 elements and `a` has 2
    }
])
@smokeTests([
    { id: "smoke", params: { id: 3 }, vendorParamsShape: VendorParams, vendorParams: { region: 1 }, expect: { success: {} } }
    //    ^^^^^^^ error[UniqueSmokeTestCaseId]: `smoke` is the id of 3 smoke tests, of `example#GetOrder`, `example#PutOrder`
    //                           ^ error[SmokeTestCase]: parameters of test `smoke`: expected a string for `smithy.api#String`, found a number
    //                                                                                         ^ error[SmokeTestCase]: vendor parameters of test `smoke`: expected a string for `smithy.api#String`, found a number
    { id: "smoke", vendorParams: { region: "a" }, expect: { success: {} } }
    //    ^^^^^^^ error[UniqueSmokeTestCaseId]: `smoke` is the id of 3 smoke tests, of `example#GetOrder`, `example#PutOrder`
    //                           ^^^^^^^^^^^^^^^ warning[SmokeTestCase]: test `smoke` has `vendorParams` and no `vendorParamsShape`
])
operation PutOrder {
    input := { id: String }
    output := { state: String }
    errors: [Closed]
}

@error("client")
@httpResponseTests([
    { id: "closed", protocol: restJson1, code: 400, params: { until: "tomorrow" } }
    //                                                               ^^^^^^^^^^ error[HttpResponseTestsError]: parameters of test `closed`: expected a number for `smithy.api#Integer`, found a string
])
structure Closed {
    until: Integer
}

@http(method: "POST", uri: "/watch")
@eventStreamTests([
    { id: "nothing", protocol: restJson1 }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[EventStreamTestsTrait.0]: test `nothing` has no event, no initial request and no initial response
    {
        id: "watch"
        protocol: restJson1
        initialRequestParams: { since: 1 }
        //                             ^ error[EventStreamTestsTrait]: `initialRequestParams` of test `watch`: expected a string for `smithy.api#String`, found a number
        events: [
            { type: "request", params: { moved: {} } }
            //                         ^^^^^^^^^^^^^ error[EventStreamTestsTrait]: test `watch` has an event in the input, which has no event stream
            { type: "response", params: { moved: { to: 1 } }, body: "{", bodyMediaType: "application/json" }
            //                                         ^ error[EventStreamTestsTrait]: event of test `watch`: expected a string for `smithy.api#String`, found a number
            //                                                      ^^^ danger[EventStreamTestsTrait]: test `watch`: the body is not JSON
        ]
    }
])
operation WatchOrders {
    input := { since: String }
    output := {
        @httpPayload
        events: Events
    }
}

@streaming
union Events {
    moved: Moved
}

structure Moved { to: String }

@http(method: "GET", uri: "/orders")
@readonly
@smokeTests([
    { id: "smoke", vendorParamsShape: VendorParams, expect: { success: {} } }
    //    ^^^^^^^ error[UniqueSmokeTestCaseId]: `smoke` is the id of 3 smoke tests, of `example#GetOrder`, `example#PutOrder`
    //                                ^^^^^^^^^^^^ warning[SmokeTestCase]: test `smoke` has `vendorParamsShape` and no `vendorParams`
])
operation GetOrder {}
