$version: "2.0"

namespace protocols

use aws.protocols#awsJson1_0
use aws.protocols#awsQueryCompatible
use aws.protocols#awsQueryError
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// What awsJson1_0 does not have in common with awsJson1_1: a content type, and the codes
/// of a service that spoke awsQuery before.
@awsJson1_0
@awsQueryCompatible
service Kiosk {
    version: "2024-03-01"
    operations: [Sell, Nothing]
    errors: [SoldOut]
}

@httpRequestTests([
    {
        id: "TheRequestAsksForTheOldCodes"
        protocol: awsJson1_0
        method: "POST"
        uri: "/"
        headers: {
            "Content-Type": "application/x-amz-json-1.0"
            "X-Amz-Target": "Kiosk.Sell"
            "x-amzn-query-mode": "true"
        }
        requireHeaders: ["Content-Length"]
        body: "{\"paper\": {\"title\": \"News\", \"at\": 1422172800.5}, \"prices\": {\"eu\": 1.25}}"
        bodyMediaType: "application/json"
        params: { paper: { title: "News", at: 1422172800.5 }, prices: { eu: 1.25 } }
    }
    {
        id: "NoMembersAreAnEmptyObject"
        protocol: awsJson1_0
        method: "POST"
        uri: "/"
        body: "{}"
    }
])
@httpResponseTests([
    {
        id: "TheResponseIsRead"
        protocol: awsJson1_0
        code: 200
        headers: { "Content-Type": "application/x-amz-json-1.0" }
        body: "{\"choice\": {\"paper\": {\"title\": \"News\", \"at\": 1}}, \"left\": [[1], []]}"
        bodyMediaType: "application/json"
        params: { choice: { paper: { title: "News", at: 1 } }, left: [[1], []] }
    }
    {
        id: "TheContentTypeOfAResponseDoesNotMatter"
        protocol: awsJson1_0
        code: 200
        headers: { "Content-Type": "application/json; charset=utf-8" }
        body: "{\"choice\": {\"none\": {}}}"
        bodyMediaType: "application/json"
        params: { choice: { none: {} } }
    }
])
operation Sell {
    input := {
        @jsonName("notUsed")
        paper: Paper
        prices: Prices
    }
    output := {
        choice: Choice
        left: Matrix
    }
    errors: [Refused]
}

structure Paper {
    title: String
    at: Timestamp
}

map Prices { key: String, value: Double }
list Integers { member: Integer }
list Matrix { member: Integers }

union Choice {
    paper: Paper
    none: Unit
}

@httpRequestTests([
    {
        id: "NoInputIsAnEmptyObject"
        protocol: awsJson1_0
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "Kiosk.Nothing" }
        body: "{}"
    }
])
@httpResponseTests([
    { id: "NoOutputMayBeNothing", protocol: awsJson1_0, code: 200, body: "" }
])
operation Nothing {}

/// The variant is chosen by `__type`, whatever the error was called before.
@error("client")
@awsQueryError(code: "Kiosk.Refused", httpResponseCode: 409)
@httpResponseTests([
    {
        id: "TheTypeSaysWhichErrorItIs"
        protocol: awsJson1_0
        code: 400
        headers: { "Content-Type": "application/x-amz-json-1.0", "x-amzn-query-error": "Kiosk.Refused;Sender" }
        body: "{\"__type\": \"protocols#Refused\", \"message\": \"no\"}"
        bodyMediaType: "application/json"
        params: { message: "no" }
    }
])
structure Refused {
    message: String
}

@error("server")
@httpResponseTests([
    {
        id: "AnErrorOfTheServiceWithoutAnOldCode"
        protocol: awsJson1_0
        code: 500
        body: "{\"__type\": \"protocols#SoldOut:http://internal.example.com/\", \"left\": 0}"
        bodyMediaType: "application/json"
        params: { left: 0 }
    }
])
structure SoldOut {
    left: Integer
}
