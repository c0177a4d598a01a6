$version: "2.0"

namespace boxes

use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restXml

/// A service by the name that decides what a client of S3 does beside its model. Members that
/// decide something have the names that they have in S3.
@aws.api#service(sdkId: "S3", endpointPrefix: "s3")
@restXml(noErrorWrapping: true)
@sigv4(name: "s3")
@title("Boxes")
service Boxes {
    version: "2006-03-01"
    operations: [CopyObject, GetObject, HeadObject, ListParts, PutObject, UploadPart]
}

@sensitive
string Key

enum ChecksumAlgorithm {
    CRC32
    CRC32C
    CRC64NVME
    SHA1
    SHA256
}

@error("client")
@httpError(404)
structure NoSuchKey {}

@mixin
structure Named {
    @httpLabel
    @required
    Key: String
}

@mixin
structure Encrypted {
    @httpHeader("x-amz-server-side-encryption-customer-key")
    SSECustomerKey: Key

    @httpHeader("x-amz-server-side-encryption-customer-key-MD5")
    SSECustomerKeyMD5: String
}

@mixin
structure Checked {
    @httpHeader("x-amz-sdk-checksum-algorithm")
    ChecksumAlgorithm: ChecksumAlgorithm
}

@mixin
structure Cached {
    /// When the object is stale.
    @httpHeader("Expires")
    Expires: String
}

@http(method: "PUT", uri: "/copies/{Key}")
operation CopyObject {
    input := with [Named, Encrypted] {
        @httpHeader("x-amz-copy-source-server-side-encryption-customer-key")
        CopySourceSSECustomerKey: Key

        @httpHeader("x-amz-copy-source-server-side-encryption-customer-key-MD5")
        CopySourceSSECustomerKeyMD5: String
    }
}

@http(method: "GET", uri: "/objects/{Key}")
@readonly
operation GetObject {
    input := with [Named, Encrypted] {}
    output := with [Cached] {
        @httpPayload
        Body: Bytes = ""
    }
    errors: [NoSuchKey]
}

@http(method: "HEAD", uri: "/objects/{Key}")
@readonly
operation HeadObject {
    input := with [Named] {}
    output := with [Cached] {}
}

@http(method: "GET", uri: "/parts/{Key}")
@paginated(inputToken: "PartNumberMarker", outputToken: "NextPartNumberMarker", items: "Parts")
@readonly
operation ListParts {
    input := with [Named] {
        @httpQuery("part-number-marker")
        PartNumberMarker: String
    }
    output := {
        NextPartNumberMarker: String
        IsTruncated: Boolean
        Parts: Numbers
    }
}

list Numbers {
    member: Integer
}

@http(method: "PUT", uri: "/objects/{Key}")
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
operation PutObject {
    input := with [Named, Encrypted, Checked, Cached] {
        @httpPayload
        Body: Bytes = ""
    }
}

@http(method: "PUT", uri: "/parts/{Key}")
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
operation UploadPart {
    input := with [Named, Encrypted, Checked] {
        @httpPayload
        Body: Bytes = ""
    }
}

@streaming
blob Bytes
