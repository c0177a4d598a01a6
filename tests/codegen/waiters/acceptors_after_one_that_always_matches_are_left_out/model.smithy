// snapshot accept: src/operation/get_order.rs mod waiters impl Waiter for Waiter
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    OrderExists: {
        minDelay: 1
        maxDelay: 3
        acceptors: [
            { state: "success", matcher: { output: { path: "state", comparator: "stringEquals", expected: "OPEN" } } }
            { state: "retry", matcher: { success: true } }
            { state: "failure", matcher: { output: { path: "state", comparator: "stringEquals", expected: "LOST" } } }
            { state: "retry", matcher: { success: false } }
            { state: "failure", matcher: { errorType: "Gone" } }
        ]
    }
    OrderDeleted: {
        acceptors: [{ state: "success", matcher: { errorType: "Gone" } }]
    }
)
operation GetOrder {
    input := { @required @httpLabel id: String }
    output := { state: String }
    errors: [Gone]
}

@error("client")
structure Gone {}
