$version: "2.0"

namespace example

@requestCompression(encodings: ["zip", "GZIP", "brotli"])
//                              ^^^^^ error[RequestCompressionTrait]: `@requestCompression` knows `gzip`, not `zip`, `brotli`
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
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[RequestCompressionTrait]: the length of `image` is sent first and not known when it is compressed on the way: `example#Image` has `@requiresLength`
operation PutImage {
    input := {
        @required
        image: Image
    }
}

@streaming
@requiresLength
blob Image
