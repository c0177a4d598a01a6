$version: "2.0"

namespace books

@trait(selector: "service")
@traitValidators(
    "books.mail.NoDocuments": {
        selector: "~> member :test(> document)"
        message: "letters have no documents"
    }
    "books.mail.NoErrors": {
        selector: "-[operation]-> :not(-[error]->)"
        severity: "WARNING"
    }
    "books.mail.NoStrings": {
        selector: "~> string"
    }
)
structure mail {}

@trait
@traitValidators(
    "books.": { selector: "~> string" }
    //        ^^^^^^^^^^^^^^^^^^^^^^^^^ error[TraitValidators]: `books.` in `@traitValidators` is not an event id, which consists of names separated by dots
    //        = help: write an id such as `books.NoStreams`
    "fine": { selector: "*" }
)
structure broken {}

@mail
//@1 ^^^^^ error[books.mail.NoStrings]: `smithy.api#String` is not allowed by trait `books#mail` of `books#Library`
service Library {
    operations: [Lend]
}

operation Lend {
//        ^^^^ warning[books.mail.NoErrors]: `books#Lend` is not allowed by trait `books#mail` of `books#Library`
    input := {
        letter: Document
     // ^^^^^^ error[books.mail.NoDocuments]: `books#LendInput$letter` is not allowed by trait `books#mail` of `books#Library`: letters have no documents
        title: String
    }
}

@broken
string Unchecked
