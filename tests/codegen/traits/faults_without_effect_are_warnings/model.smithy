// snapshot warnings: diagnostics
// snapshot method with docs: src/operation/put_order.rs impl Client
$version: "2.0"
namespace example

use aws.cloudformation#cfnResource
use aws.protocols#restJson1
use smithy.test#smokeTests

@restJson1
@cors(origin: "https://a.example", origins: { "https://b.example": "maxAge" })
service Shop {
    version: "1"
    resources: [Order]
}

@cfnResource
resource Order {
    identifiers: { orderId: String }
    properties: { state: State }
    create: PutOrder
    read: GetOrder
}

@http(method: "POST", uri: "/orders")
@examples([
    { title: "A right one", input: { state: "OPEN" } }
    { title: "A wrong one", input: { state: 5 } }
    { title: "One that ends in nothing", input: { state: "OPEN" }, error: { shapeId: Full } }
])
@smokeTests([{ id: "put", params: { state: 5 }, expect: { success: {} } }])
operation PutOrder {
    input := { state: State }
    output := { @notProperty number: String }
    errors: [Full]
}

@readonly
@http(method: "GET", uri: "/orders/{orderId}")
operation GetOrder {
    input := { @required @httpLabel orderId: String }
    output := { @notProperty state: String }
}

@error("client")
structure Full {}

enum State { OPEN }
