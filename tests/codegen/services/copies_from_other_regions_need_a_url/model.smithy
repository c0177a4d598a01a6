// snapshot warnings: diagnostics
$version: "2.0"
namespace example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery

@service(sdkId: "Neptune")
@sigv4(name: "rds")
@awsQuery
@xmlNamespace(uri: "https://rds.example.com/")
service Graphs { version: "1", operations: [CopyDBClusterSnapshot] }

operation CopyDBClusterSnapshot {
    input := { PreSignedUrl: String }
}
