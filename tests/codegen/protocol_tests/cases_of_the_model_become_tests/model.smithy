// protocol tests: yes
// snapshot root: src/lib.rs mod protocol_tests
// snapshot list: src/protocol_tests.rs
// snapshot request: src/protocol_tests/grow.rs fn request_grows_in_a_pot
// snapshot response: src/protocol_tests/grow.rs fn response_has_grown
// snapshot error: src/protocol_tests/grow.rs fn response_has_withered
$version: "2.0"
namespace example

use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@aws.protocols#restJson1
service Garden { version: "1", operations: [Grow, Untested] }

@http(method: "POST", uri: "/grow")
@httpRequestTests([
    {
        id: "GrowsInAPot"
        documentation: "What is in a pot."
        protocol: "aws.protocols#restJson1"
        method: "POST"
        uri: "/grow"
        host: "pots.example"
        resolvedHost: "pots.example"
        queryParams: ["pot=clay%20pot"]
        forbidQueryParams: ["spade"]
        requireQueryParams: ["pot"]
        headers: { "content-type": "application/json" }
        forbidHeaders: ["x-spade"]
        requireHeaders: ["content-length"]
        body: "{\"plant\":{\"names\":[\"a\"]}}"
        bodyMediaType: "application/json"
        params: { pot: "clay pot", plant: { names: ["a"] } }
    }
    {
        id: "ForServersOnly"
        protocol: "aws.protocols#restJson1"
        method: "POST"
        uri: "/grow"
        appliesTo: "server"
    }
    {
        id: "OfAnotherProtocol"
        protocol: "aws.protocols#restXml"
        method: "POST"
        uri: "/grow"
    }
])
@httpResponseTests([
    {
        id: "HasGrown"
        protocol: "aws.protocols#restJson1"
        code: 201
        headers: { "x-height": "7" }
        body: "{\"ratio\":\"NaN\"}"
        bodyMediaType: "application/json"
        params: { height: 7, ratio: "NaN" }
    }
])
operation Grow {
    input := {
        @httpQuery("pot")
        pot: String
        plant: Plant
    }
    output := {
        @httpHeader("x-height")
        height: Integer
        ratio: Double
    }
    errors: [Withered]
}

@http(method: "POST", uri: "/untested")
operation Untested {}

structure Plant { names: Names }
list Names { member: String }

@error("client")
@httpResponseTests([
    {
        id: "HasWithered"
        protocol: "aws.protocols#restJson1"
        code: 400
        headers: { "x-amzn-errortype": "Withered" }
        body: "{\"message\":\"dry\"}"
        bodyMediaType: "application/json"
        params: { message: "dry" }
    }
])
structure Withered { message: String }
