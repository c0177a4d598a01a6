// snapshot read: src/operation/fetch.rs fn read_output
$version: "2.0"
namespace example

@http(method: "POST", uri: "/fetch")
operation Fetch { input: Both, output: Both }
structure Both { @httpQuery("q") value: String }
