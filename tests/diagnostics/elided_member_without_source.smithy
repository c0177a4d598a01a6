$version: "2.0"

namespace example

structure Order {
    $id
 // ^^^ error[Model]: no mixin or resource gives a target for `$id`
 // = help: write it as `id: Target`
}
