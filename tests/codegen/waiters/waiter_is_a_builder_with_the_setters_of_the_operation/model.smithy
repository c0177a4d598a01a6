// snapshot waiters with docs: src/operation/get_order.rs mod waiters
// snapshot client with docs: src/client.rs trait Waiters, impl Waiters for Client
// snapshot list: src/waiters.rs
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    OrderShipped: {
        documentation: "Waits until the order has left."
        deprecated: true
        minDelay: 5
        acceptors: [{ state: "success", matcher: { success: true } }]
    }
)
operation GetOrder {
    input := { @required @httpLabel id: String }
    output := { state: String }
}
