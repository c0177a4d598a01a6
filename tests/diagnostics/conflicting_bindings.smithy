$version: "2.0"

namespace example

structure Order {
    @httpHeader("x-id")
    @httpQuery("id")
    id: String
 // ^^ error[TraitConflict]: conflicting traits on `example#Order$id`: `httpHeader` with `httpQuery`, `httpQuery` with `httpHeader`
}
