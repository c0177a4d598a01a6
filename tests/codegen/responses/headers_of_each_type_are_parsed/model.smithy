// snapshot read: src/operation/fetch.rs fn read_output
$version: "2.0"
namespace example

@http(method: "POST", uri: "/fetch")
operation Fetch {
    output := {
        @httpHeader("X-Text") text: String
        @httpHeader("X-Number") number: Long
        @httpHeader("X-Big") big: BigInteger
        @httpHeader("X-Bigs") bigs: Bigs
        @httpHeader("X-Flag") flag: Boolean
        @httpHeader("X-Color") color: Color
        @httpHeader("X-Names") names: Names
        @httpHeader("X-Numbers") numbers: Numbers
        @httpHeader("X-Colors") colors: Colors
        @httpHeader("X-Json") json: Json
    }
}
enum Color { RED }
list Names { member: String }
list Bigs { member: BigDecimal }
list Numbers { member: Integer }
list Colors { member: Color }
@mediaType("application/json")
string Json
