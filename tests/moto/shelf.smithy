$version: "2.0"

namespace shelf

use smithy.protocols#rpcv2Cbor

/// A service that speaks CBOR: books are put on a shelf and taken away again.
@rpcv2Cbor
service Shelf {
    version: "2024-05-01"
    operations: [PutBook, GetBook, ListBooks, DeleteBook]
}

operation PutBook {
    input := {
        @required
        book: Book
    }
    output := {
        @required
        id: Long
        replaced: Boolean
    }
    errors: [ShelfIsFull]
}

@readonly
operation GetBook {
    input := {
        @required
        id: Long
    }
    output := {
        book: Book
    }
    errors: [NoSuchBook]
}

@readonly
@paginated(inputToken: "next", outputToken: "next", items: "books", pageSize: "most")
operation ListBooks {
    input := {
        next: String
        most: Integer
    }
    output := {
        next: String
        books: Books
    }
}

@idempotent
operation DeleteBook {
    input := {
        @required
        id: Long
    }
    output := {}
    errors: [NoSuchBook]
}

structure Book {
    @required
    title: String

    id: Long
    kind: Kind
    pages: Integer
    weight: Double
    printed: Timestamp
    cover: Blob
    authors: Names
    notes: Notes
    binding: Binding
}

enum Kind {
    NOVEL
    ATLAS
}

union Binding {
    paper: String
    stitches: Integer
}

list Names {
    member: String
}

list Books {
    member: Book
}

map Notes {
    key: String
    value: Names
}

@error("client")
@httpError(404)
structure NoSuchBook {
    message: String
    id: Long
}

@error("server")
@httpError(507)
structure ShelfIsFull {
    message: String
}
