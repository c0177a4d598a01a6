// snapshot serialize: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpHeader("X-Colors") colors: Colors
        @httpHeader("X-Levels") levels: Levels
        @httpHeader("X-Doubles") doubles: Doubles
        @httpHeader("X-Flags") flags: Flags
        @httpHeader("X-Times") times: Times
        @httpHeader("X-Epochs") epochs: Epochs
    }
}
enum Color { RED }
intEnum Level {
    LOW = 1
}
list Colors { member: Color }
list Levels { member: Level }
list Doubles { member: Double }
list Flags { member: Boolean }
list Times { member: Timestamp }
list Epochs { member: Epoch }
@timestampFormat("epoch-seconds")
timestamp Epoch
