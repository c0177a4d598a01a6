// snapshot serialize: src/operation/search.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/search")
operation Search {
    input := {
        @httpQuery("text") text: String
        @httpQuery("flag") flag: Boolean
        @httpQuery("ratio") ratio: Double
        @httpQuery("color") color: Color
        @httpQuery("names") names: Names
        @httpQuery("numbers") numbers: Numbers
        @httpQuery("colors") colors: Colors
    }
}
enum Color { RED }
list Names { member: String }
list Numbers { member: Integer }
list Colors { member: Color }
