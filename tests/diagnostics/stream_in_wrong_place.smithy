$version: "2.0"

namespace example

operation PutImage {
    input: Upload
    output: Upload
    //      ^^^^^^ error[StreamingTrait]: a stream with `@requiresLength` can only be in an input, but `example#Upload` is an output
    errors: [NoImage]
    //       ^^^^^^^ error[StreamingTrait]: `example#NoImage` contains the stream `example#Image` and cannot be the error
}

operation Watch {
    output := {
        changes: Changes
    }
}

structure Upload with [HasImage] {}

@mixin
structure HasImage {
    @required
    image: Image
}

@streaming
@requiresLength
blob Image

structure Album {
    cover: Upload
    //     ^^^^^^ error[StreamingTrait]: `example#Upload` contains the stream `example#Image` and cannot be the target of a member
    //     = help: put the stream at the top of the input or output
}

@error("client")
structure NoImage {
    @required
    instead: Image
}

@streaming
union Changes {
    added: Added
    count: Integer
    //     ^^^^^^^ error[StreamingTrait]: the events of the stream `example#Changes` must be structures, which these are not: `count`, `name`
    name: String
}

structure Added {}
