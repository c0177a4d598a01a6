$version: "2.0"

namespace example

structure Order {
//        ^^^^^ error[JsonName]: members of `example#Order` share the JSON name `id`: `orderId`, `id`
    @jsonName("id")
    orderId: String
    id: String
}
