$version: "2.0"

namespace wire

use aws.protocols#httpChecksum

// What is said of a body, and what is done to it.

@httpChecksumRequired
@http(method: "PUT", uri: "/digest")
operation PutDigest {
    input := {
        @httpHeader("Content-MD5") digest: String
        @httpPayload body: Blob
    }
}

@httpChecksumRequired
@http(method: "PUT", uri: "/stream-digest")
operation PutStreamDigest {
    input := {
        @required @httpPayload body: Stream
    }
}

enum Algorithm {
    CRC32
    CRC32C
    CRC64NVME
    SHA1
    SHA256
    SHA512
    MD5
}

@mixin
structure Checked {
    @httpHeader("x-amz-sdk-checksum-algorithm") algorithm: Algorithm
    @httpHeader("x-amz-checksum-crc32c") crc32c: String
    @httpHeader("x-amz-checksum-type") kind: String
}

@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
@http(method: "PUT", uri: "/checked")
operation PutChecked {
    input := with [Checked] {
        text: String
    }
}

@httpChecksum(requestAlgorithmMember: "algorithm")
@http(method: "PUT", uri: "/checked-stream")
operation PutCheckedStream {
    input := with [Checked] {
        @required @httpPayload body: Stream
    }
}

enum ChecksumMode {
    ENABLED
}

@mixin
structure AsksForChecksum {
    @httpHeader("x-amz-checksum-mode") mode: ChecksumMode
}

@httpChecksum(
    requestValidationModeMember: "mode"
    responseAlgorithms: ["CRC64NVME", "CRC32C", "CRC32", "SHA256", "SHA1"]
)
@readonly
@http(method: "GET", uri: "/checked")
operation GetChecked {
    input := with [AsksForChecksum] {}
    output := {
        @required @httpPayload body: Stream
    }
}

@httpChecksum(requestValidationModeMember: "mode", responseAlgorithms: ["CRC32"])
@readonly
@http(method: "GET", uri: "/checked-body")
operation GetCheckedBody {
    input := with [AsksForChecksum] {}
    output := { text: String }
}

@requestCompression(encodings: ["gzip"])
@http(method: "PUT", uri: "/compressed")
operation PutCompressed {
    input := {
        @httpHeader("Content-Encoding") encoding: String
        text: String
    }
}

@httpChecksumRequired
@requestCompression(encodings: ["gzip"])
@http(method: "PUT", uri: "/compressed-stream")
operation PutCompressedStream {
    input := {
        @required @httpPayload body: Stream
    }
}
