// snapshot type: src/operation/put.rs enum PutError
// snapshot read: src/operation/put.rs impl PutError fn read
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://shop.example/")
service Shop { version: "1", operations: [Put] }
operation Put { errors: [Missing, NotThere] }
@error("client")
@aws.protocols#awsQueryError(code: "NotFound", httpResponseCode: 404)
structure Missing {}
@error("client")
@aws.protocols#awsQueryError(code: "NotFound", httpResponseCode: 404)
structure NotThere {}
