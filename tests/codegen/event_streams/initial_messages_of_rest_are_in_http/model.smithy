// snapshot request: src/operation/exchange.rs fn serialize
// snapshot response: src/operation/exchange.rs static OPERATION, fn deserialize, fn read_output
// snapshot input: src/operation/exchange.rs struct ExchangeInput, impl ExchangeInput, mod builders struct Members, mod builders impl ExchangeInputBuilder fn build
$version: "2.0"
namespace example

@http(method: "POST", uri: "/exchange/{room}")
operation Exchange {
    input := { @required @httpLabel room: String, @httpPayload feed: Feed }
    output := { @required @httpHeader("x-seat") seat: Integer, @httpPayload feed: Feed }
}
@streaming
union Feed { chunk: Chunk }
structure Chunk { text: String }
