// snapshot stream: src/shapes/ticks.rs impl ReadError for TicksError, impl Read for Ticks
// snapshot error: src/shapes/refused.rs impl ReadErrorEvent for Refused
$version: "2.0"
namespace example

@http(method: "POST", uri: "/watch")
operation Watch { output := { @httpPayload ticks: Ticks } }
@streaming
union Ticks { tick: Tick, refused: Refused }
structure Tick { text: String }
@error("client")
structure Refused { @eventPayload why: Why }
structure Why { message: Word }
@sensitive
string Word
