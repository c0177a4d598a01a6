$version: "2.0"

namespace example

structure Order {
    @requird
  // ^^^^^^^ error[Model.UnresolvedTrait]: cannot find trait `requird`
  // = help: did you mean `required`?
    id: String
}
