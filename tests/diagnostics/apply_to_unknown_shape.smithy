$version: "2.0"

namespace example

structure Order {
    id: String
}

apply Ordr @sensitive
//    ^^^^ error[Model]: cannot find shape `example#Ordr` to apply a trait to
apply Order$idd @required
//    ^^^^^^^^^ error[Model]: cannot find member `example#Order$idd` to apply a trait to
//    = help: did you mean `id`?
