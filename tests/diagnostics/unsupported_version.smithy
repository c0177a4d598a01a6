$version: "3.0"
//             ^ error[Model]: unsupported Smithy version `3.0`
//             = help: $version: "2.0"

namespace example
