// snapshot build: src/operation/put_order.rs mod builders impl PutOrderInputBuilder fn build
// snapshot setter with docs: src/operation/put_order.rs mod builders impl PutOrderFluentBuilder fn state, mod builders impl PutOrderFluentBuilder fn id
// snapshot read: src/operation/put_order.rs struct PutOrderOutput
$version: "2.0"
namespace example

@http(method: "PUT", uri: "/orders/{id}")
operation PutOrder {
    input := {
        @required @httpLabel id: String
        @required state: String = "OPEN"
        @required @httpQuery("count") count: Integer = 1
        @required @httpHeader("x-flag") flag: Boolean = false
        @required amount: BigDecimal = 1.50
        @required @clientOptional remark: String = "none"
        priority: Integer = 3
    }
    output := {
        @required state: String = "OPEN"
    }
}
