$version: "2.0"
namespace com.amazonaws.dynamodb

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "DynamoDB")
@sigv4(name: "dynamodb")
@awsJson1_0
service Tables { version: "2012-08-10", operations: [ListTables] }

operation ListTables {
    output := { TableNames: TableNameList }
}

list TableNameList { member: String }
