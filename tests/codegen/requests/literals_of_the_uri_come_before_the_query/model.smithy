// snapshot serialize: src/operation/list_all.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/all?fixed=1&flag")
operation ListAll { input := { @httpQuery("max") max: Integer } }
