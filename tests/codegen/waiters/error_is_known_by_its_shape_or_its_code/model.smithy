// snapshot accept: src/operation/get_order.rs mod waiters impl Waiter for Waiter fn accept_error
$version: "2.0"
namespace example

use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use smithy.waiters#waitable

@awsQuery
@xmlNamespace(uri: "https://shop.example")
service Shop { version: "1", operations: [GetOrder] }

@waitable(
    OrderExists: {
        acceptors: [
            { state: "retry", matcher: { errorType: "example#OrderMissingFault" } }
            { state: "retry", matcher: { errorType: "Slow" } }
            { state: "failure", matcher: { errorType: "ClosedShop" } }
            { state: "failure", matcher: { errorType: "ShutFault" } }
            { state: "failure", matcher: { errorType: "Invalid.OrderID" } }
        ]
    }
)
operation GetOrder {
    input := { id: String }
    errors: [OrderMissingFault, Slow, ClosedFault, ShutFault]
}

@error("client")
@awsQueryError(code: "OrderMissing", httpResponseCode: 404)
structure OrderMissingFault {}

@error("client")
structure Slow {}

// Which of the two a response with their code is cannot be known.
@error("client")
@awsQueryError(code: "ClosedShop", httpResponseCode: 400)
structure ClosedFault {}
@error("client")
@awsQueryError(code: "ClosedShop", httpResponseCode: 400)
structure ShutFault {}
