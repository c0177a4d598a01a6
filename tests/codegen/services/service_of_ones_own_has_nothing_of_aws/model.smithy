// snapshot settings: src/config.rs
// snapshot constructors: src/client.rs impl Client
// snapshot manifest: Cargo.toml
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
@httpBearerAuth
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
