$version: "2.0"

namespace example

@requestCompression(encodings: ["zip", "GZIP", "brotli"])
//                              ^^^^^ error[RequestCompressionTrait]: `@requestCompression` supports `gzip`, not `zip`, `brotli`
//                              = help: encodings: ["gzip"]
operation PutOrder {
    input := {
        order: String
    }
}

@requestCompression(encodings: [])
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RequestCompressionTrait]: `example#PutNothing` has no input that could be compressed
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RequestCompressionTrait]: `encodings` of `@requestCompression` names no algorithm
//   = help: encodings: ["gzip"]
operation PutNothing {}

@requestCompression(encodings: ["gzip"])
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RequestCompressionTrait]: `image` cannot be compressed while it is sent, because `example#Image` has `@requiresLength`: its length must be known first
operation PutImage {
    input := {
        @required
        image: Image
    }
}

@streaming
@requiresLength
blob Image
