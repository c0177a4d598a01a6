// snapshot serialize: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpHeader("X-Text") text: String
        @httpHeader("X-Number") number: Short
        @httpHeader("X-Flag") flag: Boolean
        @httpHeader("X-Color") color: Color
        @httpHeader("X-Names") names: Names
        @httpHeader("X-Numbers") numbers: Numbers
        @httpHeader("X-Json") json: Json
    }
}
enum Color { RED }
list Names { member: String }
list Numbers { member: Integer }
@mediaType("application/json")
string Json
