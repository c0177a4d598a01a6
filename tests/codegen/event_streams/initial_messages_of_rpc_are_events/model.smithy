// snapshot request: src/operation/exchange.rs fn serialize
// snapshot response: src/operation/exchange.rs static OPERATION, fn initial_response, fn read_initial_response, fn read_output
// snapshot without: src/operation/follow.rs fn serialize, static OPERATION, fn read_output
$version: "2.0"
namespace example

@aws.protocols#awsJson1_1
service Fixture { version: "1", operations: [Exchange, Follow] }
operation Exchange {
    input := { @required room: String, feed: Feed }
    output := { @required seat: Integer, feed: Feed }
}
operation Follow {
    input := { room: String }
    output := { feed: Feed }
}
@streaming
union Feed { chunk: Chunk }
structure Chunk { text: String }
