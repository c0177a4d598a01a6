$version: "2.0"

namespace wire

use aws.auth#sigv4
use aws.auth#unsignedPayload

// Bodies that are streams of bytes, in each direction.

@streaming
blob Stream

@streaming
@requiresLength
blob SizedStream

@streaming
@mediaType("image/png")
blob ImageStream

@http(method: "PUT", uri: "/uploads/{name}")
operation Upload {
    input := {
        @required @httpLabel name: String
        @httpHeader("X-Text") text: String
        @required @httpPayload body: Stream
    }
}

@http(method: "PUT", uri: "/sized-uploads")
operation UploadSized {
    input := {
        @httpHeader("Content-Length") length: Long
        @httpHeader("Content-Type") contentType: String
        @httpPayload body: SizedStream = ""
    }
}

@http(method: "PUT", uri: "/image")
operation UploadImage {
    input := {
        @httpPayload body: ImageStream = ""
    }
}

@auth([sigv4])
@http(method: "PUT", uri: "/signed")
operation UploadSigned {
    input := {
        @httpPayload body: Stream = ""
    }
}

@auth([sigv4])
@unsignedPayload
@http(method: "PUT", uri: "/unsigned")
operation UploadUnsigned {
    input := {
        @httpPayload body: Stream = ""
    }
}

@readonly
@http(method: "GET", uri: "/downloads")
operation Download {
    output := {
        @httpHeader("X-Count") count: Integer
        @httpResponseCode status: Integer
        @httpPayload body: Stream = ""
    }
    errors: [Gone]
}
