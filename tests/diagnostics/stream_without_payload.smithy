$version: "2.0"

namespace example

use aws.protocols#restJson1

@restJson1
service Shop {
    operations: [PutImage]
}

@idempotent
@http(method: "PUT", uri: "/image")
operation PutImage {
    input := {
        image: Image
     // ^^^^^ error[StreamingTrait]: a member that is a stream of bytes must be `@required` or have a default
     // = help: @required
     // ^^^^^ error[StreamingTrait]: `image` is a stream and needs `@httpPayload`
     // = help: @httpPayload
    }
}

@streaming
blob Image
