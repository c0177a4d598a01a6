// snapshot serialize: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpPrefixHeaders("X-Meta-") meta: Texts
        @httpHeader("X-Fixed") fixed: String
    }
}
map Texts { key: String, value: String }
