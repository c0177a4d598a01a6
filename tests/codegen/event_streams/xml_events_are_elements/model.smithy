// snapshot stream: src/shapes/feed.rs impl Write for Feed, impl Read for Feed, impl ReadError for FeedError
// snapshot noted: src/shapes/noted.rs impl Write for Noted, impl Read for Noted
// snapshot wrapped: src/shapes/wrapped.rs impl Write for Wrapped, impl Read for Wrapped
$version: "2.0"
namespace example

@aws.protocols#restXml
service Fixture { version: "1", operations: [Exchange] }
@http(method: "POST", uri: "/exchange")
operation Exchange {
    input := { @httpPayload feed: Feed }
    output := { @httpPayload feed: Feed }
}
@streaming
union Feed { chunk: Chunk, @xmlName("Note") noted: Noted, wrapped: Wrapped, broken: Broken }
structure Chunk { text: String }
structure Noted { @eventHeader author: String, note: String }
structure Wrapped { @eventPayload content: Chunk }
@error("server")
structure Broken { message: String }
