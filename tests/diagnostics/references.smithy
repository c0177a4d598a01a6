$version: "2.0"

namespace example

resource Book {
    identifiers: { shelf: String, number: String }
}

resource Reader {
    identifiers: { readerId: String }
}

@references([{ resource: Title }, { resource: Book }, { resource: Book, ids: { shelf: "shelf" } }])
//                       ^^^^^ error[ReferencesTrait]: `@references` must name a resource, but `example#Title` is a string
//                                ^^^^^^^^^^^^^^^^^^ error[ReferencesTrait]: `example#Loan` cannot reference `example#Book`: `shelf` is an integer, not a string, there is no member `number`
//                                = help: name the members that are the identifiers: ids: { shelf: "..", number: ".." }
//                                                                           ^^^^^^^^^^^^^^^^^^ error[ReferencesTrait]: `ids` has 1 name, but `example#Book` has 2 identifiers
//                                                                           = help: its identifiers are `shelf`, `number`
//                                                                                    ^^^^^^^ error[ReferencesTrait]: `example#Loan` cannot reference `example#Book`: `shelf` is an integer, not a string
//                                                                                    = help: name the members that are the identifiers: ids: { shelf: "..", number: ".." }
structure Loan {
    shelf: Integer
}

@references([{ resource: Book, ids: { shelf: "shelf", numbr: "number", other: "missing" } }])
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[ReferencesTrait]: `ids` has 3 names, but `example#Book` has 2 identifiers
//                                  = help: its identifiers are `shelf`, `number`
//                                                           ^^^^^^^^ error[ReferencesTrait]: `example#Book` has no identifiers `numbr`, `other`
//                                                           = help: its identifiers are `shelf`, `number`
//                                                                            ^^^^^^^^^ error[ReferencesTrait]: `example#Reservation` cannot reference `example#Book`: there is no member `missing`
//                                                                            = help: name the members that are the identifiers: ids: { shelf: "..", number: ".." }
structure Reservation {
    shelf: String
    number: String
}

@references([{ resource: Book }, { resource: Reader, ids: { readerId: "reader" } }])
structure Visit {
    shelf: String
    number: String
    reader: String
}

@references([{ resource: Reader, ids: { readerId: "id" } }, { resource: Book }])
//                                    ^^^^^^^^^^^^^^^^^^ error[ReferencesTrait]: `ids` is not allowed on a string, which is the only identifier itself
//                                                          ^^^^^^^^^^^^^^^^^^ error[ReferencesTrait]: a string can only reference a resource with one identifier, but `example#Book` has 2
//                                                          = help: its identifiers are `shelf`, `number`
string Title

@references([{ resource: Reader }])
string ReaderName
