// request id header: X-Trace-Id
// snapshot service: src/meta.rs static SERVICE
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
