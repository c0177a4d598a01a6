$version: "2.0"

namespace protocols

use aws.protocols#restXml
use smithy.test#httpResponseTests

/// restXml whose errors stand in no element of the response but are the document.
@restXml(noErrorWrapping: true)
service Attic {
    version: "2024-03-01"
    operations: [Find]
}

@http(method: "GET", uri: "/find")
@readonly
@httpResponseTests([
    { id: "OutputsAreAsEver", protocol: restXml, code: 200, body: "<FindOutput><found>hat</found></FindOutput>", params: { found: "hat" } }
])
operation Find {
    output := { found: String }
    errors: [Lost]
}

@error("client")
@httpError(404)
@httpResponseTests([
    {
        id: "AnErrorIsTheDocument"
        protocol: restXml
        code: 404
        headers: { "Content-Type": "application/xml", "x-since": "2020" }
        body: "<Error><Type>Sender</Type><Code>Lost</Code><message>gone</message><RequestId>id</RequestId><item>hat</item></Error>"
        params: { message: "gone", item: "hat", since: 2020 }
    }
])
structure Lost {
    message: String
    item: String
    @httpHeader("x-since")
    since: Integer
}
