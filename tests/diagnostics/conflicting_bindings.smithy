$version: "2.0"

namespace example

structure Order {
    @httpHeader("x-id")
 // ^^^^^^^^^^^^^^^^^^ error[TraitConflict]: conflicting traits on `example#Order$id`: `httpHeader` with `httpQuery`
 // = help: remove one of them
    @httpQuery("id")
    id: String
}
