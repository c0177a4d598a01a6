$version: "2.0"

namespace example

resource Book {
    identifiers: { bookId: BookId }
    read: GetBook
    resources: [Page]
}

resource Page {
    identifiers: { bookId: BookId, page: PageNumber }
}

string BookId

string PageNumber

@readonly
operation GetBook {
    input := {
        @required
        bookId: BookId
    }
    output := {
        page: PageNumber
        loan: Loan
    }
}

structure Loan {
    bookId: BookId
}

structure Reservation {
    bookId: BookId
 // ^^^^^^ warning[MemberShouldReferenceResource]: `bookId` looks like the identifier of `example#Book`, `example#Page`
 // = help: @references([{ resource: Book }]) on `Reservation`
}

@references([{ resource: Book }, { resource: Page, ids: { bookId: "bookId", page: "page" } }])
structure Order {
    @required
    bookId: BookId

    @required
    page: PageNumber
}

structure Note {
    bookId: String
}
