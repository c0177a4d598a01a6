// snapshot request: src/operation/send.rs fn serialize
// snapshot manifest: Cargo.toml
// snapshot setting: src/config.rs impl Builder fn request_checksum_calculation, impl Config fn request_checksum_calculation
$version: "2.0"
namespace example

@aws.protocols#httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpHeader("x-amz-sdk-checksum-algorithm") algorithm: Algorithm
        text: String
    }
}

enum Algorithm { CRC32, SHA256 }
