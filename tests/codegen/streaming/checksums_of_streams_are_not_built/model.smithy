// snapshot warnings: diagnostics
// snapshot request: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

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
