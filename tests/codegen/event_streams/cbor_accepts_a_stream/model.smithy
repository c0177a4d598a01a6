// snapshot request: src/operation/exchange.rs fn serialize
// snapshot stream: src/shapes/feed.rs impl Write for Feed, impl Read for Feed
// snapshot features: Cargo.toml
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
service Fixture { version: "1", operations: [Exchange] }
operation Exchange {
    input := { room: String, feed: Feed }
    output := { feed: Feed }
}
@streaming
union Feed { chunk: Chunk }
structure Chunk { text: String }
