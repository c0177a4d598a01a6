// snapshot settings: src/config.rs
// snapshot service: src/meta.rs static SERVICE
// snapshot manifest: Cargo.toml
// snapshot example with docs: src/lib.rs
// snapshot rules: src/config/endpoint/rules.rs static RULES
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
@aws.auth#sigv4(name: "execute-api")
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
