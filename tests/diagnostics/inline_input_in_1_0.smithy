$version: "1.0"

namespace example

operation GetOrder {
    input := {
    //    ^^ error[Model]: inline inputs and outputs need version 2.0
    //    = help: $version: "2.0"
        id: String
    }
}
