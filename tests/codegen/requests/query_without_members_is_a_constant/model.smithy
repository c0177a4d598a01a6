// snapshot serialize: src/operation/ping.rs fn serialize
$version: "2.0"
namespace example

use aws.protocols#awsQuery

@awsQuery
@xmlNamespace(uri: "http://example.com/")
service Store { version: "2024-05-01", operations: [Ping] }

operation Ping {}
