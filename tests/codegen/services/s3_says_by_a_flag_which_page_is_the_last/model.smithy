// snapshot parts: src/operation/list_parts.rs mod paginator fn next
// snapshot others: src/operation/list_others.rs mod paginator fn next
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
@paginated(inputToken: "Marker", outputToken: "NextMarker")
service Boxes { version: "1", operations: [ListOthers, ListParts] }

@mixin
structure Page {
    NextMarker: String
    IsTruncated: Boolean
}

@http(method: "GET", uri: "/others")
@paginated
@readonly
operation ListOthers {
    input := { @httpQuery("marker") Marker: String }
    output := with [Page] {}
}

@http(method: "GET", uri: "/parts")
@paginated
@readonly
operation ListParts {
    input := { @httpQuery("marker") Marker: String }
    output := with [Page] {}
}
