// snapshot accept: src/operation/get_order.rs mod waiters impl Waiter for Waiter
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    OrderShipped: {
        acceptors: [
            { state: "success", matcher: { output: { path: "state", comparator: "stringEquals", expected: "SHIPPED" } } }
            { state: "failure", matcher: { output: { path: "state", comparator: "stringEquals", expected: "LOST" } }, message: "problem.reason || 'the carrier lost it'" }
            { state: "failure", matcher: { output: { path: "state", comparator: "stringEquals", expected: "STOLEN" } }, message: "problem.reason || 'the carrier lost it'" }
            { state: "failure", matcher: { output: { path: "state", comparator: "stringEquals", expected: "REFUSED" } }, message: "customer" }
            { state: "failure", matcher: { errorType: "Gone" }, message: "state" }
        ]
    }
)
operation GetOrder {
    input := { @required @httpLabel id: String }
    output := { state: String, problem: Problem, customer: Customer }
    errors: [Gone]
}

@sensitive
string Customer

structure Problem { reason: String }

@error("client")
structure Gone {}
