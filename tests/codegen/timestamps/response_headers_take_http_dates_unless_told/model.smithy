// snapshot read: src/operation/find.rs impl FindOutput fn read_response
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
