// snapshot serialize: src/operation/search.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/search")
operation Search { input := { @httpQueryParams more: TextLists } }
list Names { member: String }
map TextLists { key: String, value: Names }
