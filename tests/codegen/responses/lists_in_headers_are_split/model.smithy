// snapshot read: src/operation/fetch.rs fn read_output
$version: "2.0"
namespace example

@http(method: "GET", uri: "/fetch")
@readonly
operation Fetch {
    output := {
        @httpHeader("X-Levels") levels: Levels
        @httpHeader("X-Doubles") doubles: Doubles
        @httpHeader("X-Flags") flags: Flags
        @httpHeader("X-Times") times: Times
        @httpHeader("X-Epochs") epochs: Epochs
    }
}
intEnum Level {
    LOW = 1
}
list Levels { member: Level }
list Doubles { member: Double }
list Flags { member: Boolean }
list Times { member: Timestamp }
list Epochs { member: Epoch }
@timestampFormat("epoch-seconds")
timestamp Epoch
