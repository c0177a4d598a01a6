// protocol: awsQuery
// snapshot serialize: src/operation/ping.rs fn serialize
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@aws.protocols#awsJson1_0
@xmlNamespace(uri: "https://shop.example/")
service Shop { version: "1", operations: [Ping] }
operation Ping {}
