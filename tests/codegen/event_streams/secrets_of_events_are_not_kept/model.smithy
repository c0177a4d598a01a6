// snapshot stream: src/shapes/feed.rs impl Read for Feed, impl Debug for Feed
$version: "2.0"
namespace example

@http(method: "POST", uri: "/follow")
operation Follow { output := { @httpPayload feed: Feed } }
@streaming
union Feed { chunk: Chunk, key: Key }
structure Chunk { text: Secret }
@sensitive
string Secret
@sensitive
structure Key { text: String }
