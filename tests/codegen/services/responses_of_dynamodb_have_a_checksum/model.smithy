// snapshot operation: src/operation/list_tables.rs static OPERATION
// snapshot settings with docs: src/config.rs impl Builder, impl Config
$version: "2.0"
namespace example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "DynamoDB")
@sigv4(name: "dynamodb")
@awsJson1_0
service Tables { version: "2012-08-10", operations: [ListTables] }

operation ListTables {}
