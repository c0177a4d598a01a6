$version: "2.0"

namespace example

structure Order {
    id String
    // ^^^^^^ error[Model]: expected `:`, found `String`
    // = help: a member is written `id: Target`
    name: String
    price Integer
    //    ^^^^^^^ error[Model]: expected `:`, found `Integer`
    //    = help: a member is written `price: Target`
}

string Later
