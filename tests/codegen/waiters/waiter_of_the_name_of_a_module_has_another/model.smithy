// snapshot waiters: src/operation/get_order.rs mod waiters
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/order")
@waitable(
    Rt: { acceptors: [{ state: "success", matcher: { success: true } }] }
)
operation GetOrder {}
