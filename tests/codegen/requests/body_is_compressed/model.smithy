// snapshot request: src/operation/send.rs fn serialize
// snapshot settings: src/config.rs impl Builder fn disable_request_compression, impl Builder fn request_min_compression_size_bytes
$version: "2.0"
namespace example

@requestCompression(encodings: ["gzip"])
@http(method: "POST", uri: "/send")
operation Send {
    input := { text: String }
}
