$version: "2.0"

metadata validators = [
    { name: "UnreferencedShape" }
    { name: "UnreferencedShape", id: "Far", configuration: { rootShapeSelector: "operation" } }
]

namespace books

@shelf(of: Reader)
service Library {
//      ^^^^^^^ note[Far]: `Library` is connected to none of the shapes that `operation` selects
    operations: [Lend]
}

@trait
structure shelf {
    @idRef(failWhenMissing: true)
    of: String
}

operation Lend {
    input: LendInput
}

structure LendInput {
    title: Title
}

string Title

string Forgotten
//     ^^^^^^^^^ note[UnreferencedShape]: `Forgotten` is connected to none of the shapes that `service` selects
//     ^^^^^^^^^ note[Far]: `Forgotten` is connected to none of the shapes that `operation` selects

structure Reader {
//        ^^^^^^ note[Far]: `Reader` is connected to none of the shapes that `operation` selects
    name: String
}
