// snapshot warnings: diagnostics
// snapshot list: src/waiters.rs
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    OrderExists: { acceptors: [{ state: "success", matcher: { success: true } }] }
    FirstShipped: {
        acceptors: [{ state: "success", matcher: { output: { path: "lines[0].state", comparator: "stringEquals", expected: "SHIPPED" } } }]
    }
    SomeShipped: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "failure", matcher: { output: { path: "lines", comparator: "allStringEquals", expected: "SHIPPED" } } }
            { state: "failure", matcher: { success: false }, message: "state" }
        ]
    }
    OrderPaid: {
        acceptors: [{ state: "success", matcher: { output: { path: "isPaid", comparator: "booleanEquals", expected: "yes" } } }]
    }
    OrderLost: {
        minDelay: 20
        maxDelay: 10
        acceptors: [{ state: "success", matcher: { success: false } }]
    }
)
operation GetOrder {
    input := { @required @httpLabel id: String }
    output := { lines: Lines, isPaid: Boolean }
}

@http(method: "POST", uri: "/waits")
@waitable(WaitOver: { acceptors: [{ state: "success", matcher: { success: true } }] })
operation PutWait { input := { wait: String } }

@http(method: "POST", uri: "/files")
@waitable(FileStored: { acceptors: [{ state: "success", matcher: { success: true } }] })
operation PutFile { input := { @httpPayload @required body: Bytes } }

@streaming
blob Bytes

list Lines { member: Line }
structure Line { state: String }
