// snapshot root: src/lib.rs
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Garden { version: "1", operations: [Grow] }

@http(method: "POST", uri: "/grow")
@smithy.test#httpRequestTests([
    { id: "Grows", protocol: "aws.protocols#restJson1", method: "POST", uri: "/grow", body: "" }
])
operation Grow {}
