// snapshot serialize: src/operation/touch.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/touch")
operation Touch { input := { @httpHeader("X-Why") why: String } }
