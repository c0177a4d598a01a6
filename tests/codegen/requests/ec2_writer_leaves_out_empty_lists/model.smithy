// snapshot serialize: src/operation/find.rs fn serialize
$version: "2.0"
namespace example

use aws.protocols#ec2Query

@ec2Query
@xmlNamespace(uri: "http://example.com/")
service Store { version: "2024-05-01", operations: [Find] }

operation Find { input := { names: Names } }

list Names { member: String }
