// snapshot params: src/operation/list_things.rs fn endpoint_params
// snapshot pages: src/operation/list_things.rs mod paginator fn next, mod paginator fn items
$version: "2.0"
namespace example

@aws.protocols#restJson1
@smithy.rules#endpointRuleSet({
    version: "1.0", parameters: { Bucket: { type: "String", documentation: "Where." } }
    rules: [{ type: "endpoint", conditions: [], endpoint: { url: "https://example.com" } }]
})
service Things { version: "1", operations: [ListThings] }

@readonly
@http(method: "GET", uri: "/things")
@paginated(inputToken: "token", outputToken: "token", items: "things", pageSize: "size")
operation ListThings {
    input := {
        @deprecated @httpQuery("token") token: String
        @deprecated @httpQuery("size") size: Integer
        @deprecated @httpQuery("bucket") @smithy.rules#contextParam(name: "Bucket") bucket: String
    }
    output := {
        @deprecated token: String
        @deprecated things: Things_
    }
}

list Things_ { member: Thing }

@deprecated
structure Thing { name: String }
