$version: "2.0"

namespace example

use aws.protocols#awsJson1_0
use aws.protocols#awsQueryCompatible
use aws.protocols#awsQueryError
use aws.protocols#httpChecksum
use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

@restJson1(http: ["h2"], eventStreamHttp: ["h2", "http/1.1"])
//                                        ^^^^^^^^^^^^^^^^^^ error[ProtocolHttp]: `http/1.1` of `eventStreamHttp` must also be in `http`
@rpcv2Cbor(http: ["h2"], eventStreamHttp: ["http/1.1"])
//                                        ^^^^^^^^^^^^ error[Rpcv2CborTrait]: `http/1.1` of `eventStreamHttp` must also be in `http`
service Shop {
    operations: [PutOrder, GetOrder, ListOrders]
    rename: { "example#Closed": "ShopClosed" }
    //                          ^^^^^^^^^^^^ error[ErrorRename]: error `example#Closed` cannot be renamed to `ShopClosed`: `restJson1` sends the names of errors
}

@awsJson1_0
@awsQueryCompatible
@xmlNamespace(uri: "https://example.com")
service Depot {
//      ^^^^^ danger[QueryErrorCode]: `example#Closed`, `example#Full` have the same code `Unavailable`, so clients cannot distinguish them
    operations: [PutParcel]
}

@suppress(["UnstableTrait"])
@http(method: "PUT", uri: "/orders")
@idempotent
@httpChecksum(requestAlgorithmMember: "algorthm", requestValidationModeMember: "mode")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.protocols#httpChecksum]: trait `aws.protocols#httpChecksum` is unstable: what it means may change
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[HttpChecksumTrait]: checksums of responses also require `responseAlgorithms`
//                                    ^^^^^^^^^^ error[HttpChecksumTrait]: `requestAlgorithmMember` names `algorthm`, but `example#PutOrderInput` has no such member
//                                    = help: did you mean `algorithm`?
//                                                                             ^^^^^^ error[HttpChecksumTrait]: `requestValidationModeMember` names `mode`, which is not an enum
//                                                                             = help: an enum of `ENABLED`
operation PutOrder {
    input := {
        @httpHeader("x-algorithm")
        algorithm: Algorithm

        @httpHeader("x-mode")
        mode: String

        @httpPrefixHeaders("x-amz-")
        //                 ^^^^^^^^ danger[HttpChecksumTrait.HttpPrefixHeaders.PutOrderInput.x-amz-]: `others` takes all headers that begin with `x-amz-`, including those of checksums
        others: Names

        @httpPayload
        lines: Lines
        //     ^^^^^ error[ProtocolHttpPayload]: AWS protocols do not support a payload that is a list
        //     = help: put it into a structure
    }
    output := {
        @httpHeader("x-amz-checksum-sha256")
        //          ^^^^^^^^^^^^^^^^^^^^^^^ warning[HttpChecksumTrait.HttpHeader.PutOrderOutput.x-amz-checksum-sha256]: the header `x-amz-checksum-sha256` of `checksum` is also set by `@httpChecksum`
        checksum: String
    }
    errors: [Closed]
}

@suppress(["UnstableTrait"])
@http(method: "GET", uri: "/orders")
@readonly
@httpChecksum
//@1 ^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.protocols#httpChecksum]: trait `aws.protocols#httpChecksum` is unstable: what it means may change
//@1 ^^^^^^^^^^^^^ error[HttpChecksumTrait]: `@httpChecksum` configures neither the request nor the response
//   = help: requestChecksumRequired: true
operation GetOrder {
    input := {}
    output := {}
}

@suppress(["UnstableTrait"])
@http(method: "POST", uri: "/orders")
@httpChecksum(requestAlgorithmMember: "algorithm")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.protocols#httpChecksum]: trait `aws.protocols#httpChecksum` is unstable: what it means may change
//                                    ^^^^^^^^^^^ error[HttpChecksumTrait]: `requestAlgorithmMember` names `algorithm`, which has the unsupported values `ROT13`
//                                    = help: supported: `CRC32`, `CRC32C`, `CRC64NVME`, `MD5`, `SHA1`, `SHA256`, `SHA512`, `XXHASH64`, `XXHASH3`, `XXHASH128`
operation ListOrders {
    input := {
        @httpHeader("x-algorithm")
        algorithm: Algorithm
    }
    output := {}
}

operation PutParcel {
    input := {}
    output := {}
    errors: [Closed, Full]
}

enum Algorithm {
    SHA256
    ROT13
}

map Names {
    key: String
    value: String
}

list Lines { member: String }

@error("client")
@awsQueryError(code: "Unavailable", httpResponseCode: 400)
structure Closed {}

@error("client")
@awsQueryError(code: "Unavailable", httpResponseCode: 400)
structure Full {}
