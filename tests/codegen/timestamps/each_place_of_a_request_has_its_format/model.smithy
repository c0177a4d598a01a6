// snapshot serialize: src/operation/find.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/{at}/{epoch}")
operation Find {
    input := {
        @required @httpLabel at: Timestamp
        @required @httpLabel @timestampFormat("epoch-seconds") epoch: Timestamp
        @httpQuery("since") since: Timestamp
        @httpQuery("until") @timestampFormat("http-date") until: Timestamp
        @httpQuery("days") days: Times
        @httpHeader("X-At") header: Timestamp
        @httpHeader("X-Epoch") @timestampFormat("epoch-seconds") headerEpoch: Timestamp
        @httpHeader("X-All") all: Times
    }
}
list Times { member: Timestamp }
