// snapshot accept: src/operation/get_orders.rs mod waiters impl Waiter for Waiter fn accept_output
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders")
@waitable(
    OrdersShipped: {
        acceptors: [
            { state: "success", matcher: { output: { path: "orders[].state", comparator: "allStringEquals", expected: "SHIPPED" } } }
            { state: "success", matcher: { output: { path: "orders[].state", comparator: "allStringEquals", expected: "DELIVERED" } } }
            { state: "success", matcher: { errorType: "Gone" } }
            { state: "failure", matcher: { output: { path: "orders[].state", comparator: "anyStringEquals", expected: "LOST" } } }
        ]
    }
    FirstShipped: {
        acceptors: [
            { state: "success", matcher: { output: { path: "first.state", comparator: "stringEquals", expected: "SHIPPED" } } }
            { state: "failure", matcher: { output: { path: "first.state", comparator: "stringEquals", expected: "LOST" } } }
            { state: "failure", matcher: { output: { path: "first.state", comparator: "stringEquals", expected: "RETURNED" } } }
            { state: "retry", matcher: { output: { path: "length(orders) > `1`", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "isClosed", comparator: "booleanEquals", expected: "false" } } }
        ]
    }
)
operation GetOrders {
    output := { orders: Orders, first: Order, isClosed: Boolean }
}

list Orders { member: Order }
structure Order { state: State }
enum State { SHIPPED, DELIVERED, LOST, RETURNED }
