$version: "2.0"
namespace shop

@aws.protocols#restJson1
service Shop {
    operations: [GetBook, ListBooks, AddBook, ChangeBook, RemoveBook]
    errors: [Problem]
}

@readonly
@http(method: "GET", uri: "/books/{isbn}")
operation GetBook {
    input := { @required @httpLabel isbn: String }
    output: Book
}

@readonly
@http(method: "GET", uri: "/books")
operation ListBooks {
    input := { @httpQuery("author") author: String, @httpQuery("limit") limit: Integer }
    output := { @required books: Books, next: String }
}

@http(method: "POST", uri: "/books")
operation AddBook {
    input := with [BookMembers] {}
    output: Book
}

@idempotent
@http(method: "PUT", uri: "/books/{isbn}")
operation ChangeBook {
    input := {
        @required @httpLabel isbn: String
        @required title: String
        authors: Names
        price: Double
        state: State
    }
    output: Book
}

@idempotent
@http(method: "DELETE", uri: "/books/{isbn}", code: 204)
operation RemoveBook {
    input := { @required @httpLabel isbn: String }
}

@mixin
structure BookMembers {
    @required isbn: String
    @required title: String
    authors: Names
    price: Double
    state: State
}

structure Book with [BookMembers] {}

list Books { member: Book }
list Names { member: String }
enum State {
    NEW = "new"
    USED = "used"
}

@error("client")
@httpError(400)
structure Problem { @required message: String }
