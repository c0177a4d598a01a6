// snapshot read: src/operation/fetch.rs fn read_output
$version: "2.0"
namespace example

@http(method: "POST", uri: "/fetch")
operation Fetch {
    output := {
        @httpResponseCode status: Integer
        @httpPrefixHeaders("X-Meta-") meta: Texts
        body: String
    }
}
map Texts { key: String, value: String }
