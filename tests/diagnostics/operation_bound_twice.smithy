$version: "2.0"

namespace example

service Library {
    resources: [Book, Shelf]
}

service Archive {
    resources: [Shelf, Room]
}

resource Room {
    resources: [Shelf]
}

resource Book {
    identifiers: { isbn: String }
    operations: [Lend]
}

resource Shelf {
//       ^^^^^ error[SingleResourceBinding]: resource `example#Shelf` is bound more than once in service `example#Archive`: by `example#Archive`, `example#Room`
    identifiers: { isbn: String }
    operations: [Lend]
}

operation Lend {
//        ^^^^ error[SingleOperationBinding]: operation `example#Lend` is bound more than once in service `example#Library`: by `example#Shelf`, `example#Book`
    input := {
        @required
        isbn: String
    }
}
