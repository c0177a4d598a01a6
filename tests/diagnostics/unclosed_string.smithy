$version: "2.0"

namespace example

@documentation("an order)
structure Order {}
//                 ^ error[Model]: the string that opens in line 5 is never closed
//                 = help: close `"an order)`
