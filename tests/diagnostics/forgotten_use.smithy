$version: "2.0"

namespace example

@restJson1
//@2 ^^^^^^^^^ error[Model.UnresolvedTrait]: cannot find trait `restJson1`
//   = help: use aws.protocols#restJson1
service Shop {
    version: "1"
}
