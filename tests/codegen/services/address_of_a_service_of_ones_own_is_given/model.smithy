// snapshot example with docs: src/lib.rs
// snapshot service: src/meta.rs static SERVICE
// snapshot rules: src/config/endpoint/rules.rs static RULES
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
