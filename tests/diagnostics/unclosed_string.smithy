$version: "2.0"

namespace example

@documentation("an order)
//             ^ error[Model]: the string is never closed
structure Order {}
