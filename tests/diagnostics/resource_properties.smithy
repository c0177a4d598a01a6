$version: "2.0"

namespace example

resource Book {
    identifiers: { bookId: String }
    properties: { title: Title, pages: Integer, shelf: String, cover: Blob }
    //                                                                ^^^^ error[ResourceOperationInputOutput]: no instance operation of `example#Book` has its property `cover` in the input or output
    create: CreateBook
    read: GetBook
    list: ListBooks
    operations: [TurnPage]
}

string Title

operation CreateBook {
    input := {
        title: String
        //     ^^^^^^ error[ResourceOperationInputOutput]: the property `title` of `example#Book` is `example#Title`
        //     = help: title: Title

        @property(name: "title")
        name: Title
     // ^^^^ error[ResourceOperationInputOutput]: members of `example#CreateBookInput` are the same property `title`: `title`, `name`

        @notProperty
        reason: String

        @idempotencyToken
        token: String

        color: String
     // ^^^^^ error[ResourceOperationInputOutput]: `color` is neither a property nor an identifier of `example#Book`, whose operation `example#CreateBook` has it
     // = help: @notProperty, @property(name: ".."), @resourceIdentifier(".."), or @nestedProperties on the structure that holds the properties
    }
    output := {
        @required
        bookId: String
     // ^^^^^^ error[ResourceOperationInputOutput]: `bookId` is neither a property nor an identifier of `example#Book`, whose operation `example#CreateBook` has it
     // = help: @notProperty, @property(name: ".."), @resourceIdentifier(".."), or @nestedProperties on the structure that holds the properties

        @required
        @resourceIdentifier("bookId")
        //                  ^^^^^^^^ warning[ResourceIdentifierBinding]: the identifier `bookId` is not the member `bookId`, but `other`
        other: String
    }
}

@readonly
operation GetBook {
    input := {
        @required
        bookId: String
    }
    output := {
        @nestedProperties
        book: BookData

        request: String
    }
}

structure BookData {
    pages: Integer
    shelf: Integer
    //     ^^^^^^^ error[ResourceOperationInputOutput]: the property `shelf` of `example#Book` is `smithy.api#String`
    //     = help: shelf: String
    weight: Integer
 // ^^^^^^ error[ResourceOperationInputOutput]: `weight` is neither a property nor an identifier of `example#Book`, whose operation `example#GetBook` has it
 // = help: @notProperty, @property(name: ".."), @resourceIdentifier(".."), or @nestedProperties on the structure that holds the properties
}

@readonly
operation ListBooks {
    output := {
        anything: String
    }
}

operation TurnPage {
    input := {
        @required
        bookId: String

        pages: Integer
    }
}
