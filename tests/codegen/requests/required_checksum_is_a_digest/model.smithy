// snapshot request: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@httpChecksumRequired
@http(method: "POST", uri: "/send")
operation Send {
    input := { text: String }
}
