$version: "2.0"

namespace example

structure Order {
    id: String
    id: Integer
 // ^^ error[Model]: conflicting member name `id`
 // = help: rename or remove one of the two
}
