// snapshot read: src/operation/find.rs fn read_output
$version: "2.0"
namespace example

@http(method: "POST", uri: "/find")
operation Find {
    output := {
        @httpHeader("X-At") at: Timestamp
        @httpHeader("X-Text") @timestampFormat("date-time") text: Timestamp
        @httpHeader("X-All") all: Times
    }
}
list Times { member: Timestamp }
