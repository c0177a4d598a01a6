$version: "2.0"
namespace objects

/// Keeps objects.
@aws.api#service(sdkId: "S3", endpointPrefix: "s3")
@aws.auth#sigv4(name: "s3")
@aws.protocols#restXml
service Objects {
    version: "2006-03-01"
    operations: [DeleteObjects, GetObject, PutObject, Rename]
}

@readonly
@http(method: "GET", uri: "/{Key+}?x-id=GetObject")
@aws.protocols#httpChecksum(requestValidationModeMember: "ChecksumMode", responseAlgorithms: ["CRC32"])
operation GetObject {
    input := {
        @required @httpLabel Key: String
        @httpHeader("x-amz-checksum-mode") ChecksumMode: ChecksumMode
        @httpHeader("x-amz-customer-key") CustomerKey: Secret
    }
    output := { @required @httpPayload Body: Bytes }
}

@idempotent
@http(method: "PUT", uri: "/{Key+}?x-id=PutObject")
@aws.protocols#httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm", requestChecksumRequired: true)
operation PutObject {
    input := {
        @required @httpLabel Key: String
        @httpHeader("x-amz-sdk-checksum-algorithm") ChecksumAlgorithm: ChecksumAlgorithm
        @httpHeader("x-amz-checksum-crc32") ChecksumCRC32: String
        @httpHeader("Content-Type") ContentType: String
        @httpHeader("Content-Length") ContentLength: Long
        @required @httpPayload Body: Bytes
    }
    output := {}
}

@http(method: "POST", uri: "/{Folder}?delete")
@aws.protocols#httpChecksum(requestChecksumRequired: true)
operation DeleteObjects {
    input := {
        @required @httpLabel Folder: String
        @required @httpPayload Delete: Delete
    }
    output := {}
}

structure Delete {
    Key: String
}

/// Has a body beside which there is more.
@http(method: "POST", uri: "/{Key+}?rename")
operation Rename {
    input := {
        @required @httpLabel Key: String
        NewName: String
    }
    output := {}
}

enum ChecksumMode { ENABLED }
enum ChecksumAlgorithm { CRC32, SHA256 }

@sensitive
string Secret

@streaming
blob Bytes
