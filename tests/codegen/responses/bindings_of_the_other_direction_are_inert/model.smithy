// snapshot read: src/operation/fetch.rs impl FetchOutput fn read_response
$version: "2.0"
namespace example

@http(method: "POST", uri: "/fetch")
operation Fetch { input: Both, output: Both }
structure Both { @httpQuery("q") value: String }
