// snapshot stream: src/shapes/feed.rs impl Write for Feed, impl Read for Feed
// snapshot union: src/shapes/feed.rs enum Feed
// snapshot event: src/shapes/chunk.rs impl Write for Chunk, impl Chunk fn read
$version: "2.0"
namespace example

@http(method: "POST", uri: "/exchange")
operation Exchange {
    input := { @httpPayload feed: Feed }
    output := { @httpPayload feed: Feed }
}
@streaming
union Feed { chunk: Chunk, done: Done }
structure Chunk { text: String, parent: Chunk }
structure Done {}
