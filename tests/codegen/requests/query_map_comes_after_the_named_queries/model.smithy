// snapshot serialize: src/operation/search.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/search")
operation Search {
    input := {
        @httpQueryParams more: Texts
        @httpQuery("text") text: String
    }
}
map Texts { key: String, value: String }
