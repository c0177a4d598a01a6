$version: "2.0"

namespace protocols

use aws.customizations#s3UnwrappedXmlOutput
use aws.protocols#restXml
use smithy.test#httpResponseTests

/// What is different where the service is S3, which no trait says.
@aws.api#service(sdkId: "S3")
@aws.auth#sigv4(name: "s3")
@restXml(noErrorWrapping: true)
service Boxes {
    version: "2024-03-01"
    operations: [CopyObject, CreateSession, GetBucketLocation, GetObject, ListObjectsV2, PutObject]
}

@http(method: "PUT", uri: "/copy")
@idempotent
@httpResponseTests([
    { id: "ACopyIsRead", protocol: restXml, code: 200, body: "<CopyResult><ETag>e</ETag></CopyResult>", params: { result: { ETag: "e" } } }
])
operation CopyObject {
    output := {
        @httpPayload
        result: CopyResult
    }
    errors: [Asleep]
}

structure CopyResult { ETag: String }

@error("client")
@httpError(403)
structure Asleep { tier: String }

@http(method: "GET", uri: "/session")
@readonly
@httpResponseTests([
    { id: "ASessionMayHaveAnyName", protocol: restXml, code: 200, body: "<Whatever><token>t</token></Whatever>", params: { token: "t" } }
])
operation CreateSession {
    output := { token: String }
}

@http(method: "GET", uri: "/location")
@readonly
@s3UnwrappedXmlOutput
@httpResponseTests([
    { id: "TheDocumentIsTheMember", protocol: restXml, code: 200, body: "<x:Place xmlns:x=\"u\">here</x:Place>", params: { place: "here" } }
    { id: "TheMemberMayBeEmpty", protocol: restXml, code: 200, body: "<Place/>", params: { place: "" } }
])
operation GetBucketLocation {
    output := {
        @xmlName("Place")
        place: String
    }
}

@http(method: "GET", uri: "/object")
@readonly
@httpResponseTests([
    { id: "AnObjectMayLookLikeAnError", protocol: restXml, code: 200, body: "<Error><Code>x</Code></Error>", params: { body: "<Error><Code>x</Code></Error>" } }
])
operation GetObject {
    output := {
        @httpPayload
        @required
        body: Bytes
    }
}

@streaming
blob Bytes

@http(method: "GET", uri: "/objects")
@readonly
operation ListObjectsV2 {
    output := @xmlName("ListResult") { keys: Keys }
}

list Keys {
    @xmlName("Key")
    member: String
}

@http(method: "PUT", uri: "/object")
@idempotent
@httpResponseTests([
    { id: "WithoutMembersTheBodyDoesNotMatter", protocol: restXml, code: 200, headers: { "ETag": "e" }, body: "<html/>", params: { ETag: "e" } }
])
operation PutObject {
    output := {
        @httpHeader("ETag")
        ETag: String
    }
}
