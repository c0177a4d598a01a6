// snapshot request: src/operation/send.rs fn serialize
// snapshot operation: src/operation/send.rs static OPERATION
// snapshot asks: src/operation/receive.rs fn checksum_mode
// snapshot receives: src/operation/receive.rs static OPERATION
// snapshot settings: src/config.rs impl Builder
$version: "2.0"
namespace example

@aws.api#service(sdkId: "Stream Shelf")
@aws.auth#sigv4(name: "shelf")
@aws.protocols#restJson1
service Shelf { version: "1", operations: [Receive, Send] }

@aws.protocols#httpChecksum(requestAlgorithmMember: "algorithm")
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpHeader("x-amz-sdk-checksum-algorithm") algorithm: Algorithm
        @required @httpPayload body: Stream
    }
}

@aws.protocols#httpChecksum(responseAlgorithms: ["CRC32"], requestValidationModeMember: "mode")
@http(method: "POST", uri: "/receive")
operation Receive {
    input := { @httpHeader("x-amz-checksum-mode") mode: Mode }
    output := { @required @httpPayload body: Stream }
}

enum Algorithm { CRC32 }

enum Mode { ENABLED }

@streaming
blob Stream
