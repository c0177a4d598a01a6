$version: "2.0"

metadata validators = [
    { name: "UnreferencedShape" }
    { name: "UnreferencedShape", id: "Far", configuration: { rootShapeSelector: "operation" } }
]

namespace books

@shelf(of: Reader)
service Library {
//      ^^^^^^^ note[Far]: `Library` is not connected to any of the shapes that `operation` selects
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
//     ^^^^^^^^^ note[UnreferencedShape]: `Forgotten` is not connected to any of the shapes that `service` selects
//     ^^^^^^^^^ note[Far]: `Forgotten` is not connected to any of the shapes that `operation` selects

structure Reader {
//        ^^^^^^ note[Far]: `Reader` is not connected to any of the shapes that `operation` selects
    name: String
}
