$version: "2.0"

namespace example

service Library {
    operations: [LendBook, CountBooks]
    //           ^^^^^^^^ warning[ServiceBoundResourceOperation.example#Library.LendBook]: `example#LendBook` is bound to the service, but its members are the identifiers of `example#Book`
    resources: [Book]
}

resource Book {
    identifiers: { bookId: BookId }
}

string BookId

operation LendBook {
    input := {
        @required
        bookId: BookId
     // ^^^^^^ warning[MemberShouldReferenceResource]: `bookId` looks like the identifier of `example#Book`
     // = help: @references([{ resource: Book }]) on `LendBookInput`
    }
}

operation CountBooks {
    input := {
        bookId: BookId
     // ^^^^^^ warning[MemberShouldReferenceResource]: `bookId` looks like the identifier of `example#Book`
     // = help: @references([{ resource: Book }]) on `CountBooksInput`
    }
}
