// snapshot operations: src/operation.rs
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop {
    version: "1"
    resources: [Order]
}
resource Order {
    identifiers: { orderId: String }
    read: GetOrder
    list: ListOrders
    resources: [Line]
}
resource Line {
    identifiers: { orderId: String, lineId: String }
    operations: [CheckLine]
}
@readonly
@http(method: "GET", uri: "/orders/{orderId}")
operation GetOrder { input := { @required @httpLabel orderId: String } }
@readonly
@http(method: "GET", uri: "/orders")
operation ListOrders {}
@http(method: "POST", uri: "/orders/{orderId}/{lineId}")
operation CheckLine {
    input := {
        @required @httpLabel orderId: String
        @required @httpLabel lineId: String
    }
}
