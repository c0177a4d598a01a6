// snapshot error: src/shapes/feed.rs enum FeedError, impl OperationError for FeedError, impl Write for FeedError, impl ReadError for FeedError
// snapshot convert: src/shapes/feed.rs impl From for Error
// snapshot variants: src/shapes/feed.rs enum Feed
// snapshot too_much: src/shapes/too_much.rs impl Write for TooMuch, impl ReadError for TooMuch
// snapshot away: src/shapes/away.rs impl Write for Away, impl ReadErrorEvent for Away
// snapshot paths: src/types.rs
// snapshot all: src/error.rs enum Error
$version: "2.0"
namespace example

@http(method: "POST", uri: "/exchange")
operation Exchange {
    input := { @httpPayload feed: Feed }
    output := { @httpPayload feed: Feed }
}
@streaming
union Feed { chunk: Chunk, tooMuch: TooMuch, alsoTooMuch: TooMuch, away: Away }
structure Chunk { text: String }
@error("client")
structure TooMuch { message: String, most: Integer }
@error("server")
structure Away { message: String, @httpHeader("retry-after") @eventHeader seconds: Integer }
