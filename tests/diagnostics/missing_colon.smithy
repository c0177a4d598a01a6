$version: "2.0"

namespace example

structure Order {
    id String
    // ^^^^^^ error[Model]: expected `:`, found `String`
    name: String
    price Integer
    //    ^^^^^^^ error[Model]: expected `:`, found `Integer`
}

string Later
