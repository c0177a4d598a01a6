// operations: GetOrder
// snapshot list: src/waiters.rs
// snapshot client: src/client.rs trait Waiters
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    DBOrderExists: { acceptors: [{ state: "success", matcher: { success: true } }] }
    Loop: { acceptors: [{ state: "success", matcher: { success: true } }] }
)
operation GetOrder { input := { @required @httpLabel id: String } }

@readonly
@http(method: "GET", uri: "/parcels/{id}")
@waitable(ParcelExists: { acceptors: [{ state: "success", matcher: { success: true } }] })
operation GetParcel { input := { @required @httpLabel id: String } }
