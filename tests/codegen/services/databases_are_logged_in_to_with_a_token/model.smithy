// snapshot crate: src/lib.rs use
// snapshot manifest: Cargo.toml
$version: "2.0"
namespace example

@aws.api#service(sdkId: "DSQL")
@aws.auth#sigv4(name: "dsql")
@aws.protocols#restJson1
service Clusters { version: "1", operations: [GetCluster] }

@readonly
@http(method: "GET", uri: "/cluster")
operation GetCluster {}
