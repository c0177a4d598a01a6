$version: "2.0"

namespace example

@endpoint(hostPrefix: "{library}.books.")
operation GetBook {
    input := {
        @required
        @hostLabel
        library: String

        @required
        @hostLabel
        shelf: String
     // ^^^^^ error[HostLabelTrait]: `shelf` has `@hostLabel`, but the host prefix of `example#GetBook` has no such label
     // = help: hostPrefix: "{shelf}."
    }
}

@endpoint(hostPrefix: "{library}-{shelf}")
//                    ^^^^^^^^^^^^^^^^^^^ danger[HostLabelTrait]: a label of `{library}-{shelf}` can lead requests to another domain if it does not end with a dot
//                    = help: hostPrefix: "{library}-{shelf}."
//                    ^^^^^^^^^^^^^^^^^^^ error[HostLabelTrait]: no member of `example#GetShelfInput` with `@hostLabel` fills `library`, `shelf` of the host prefix
//                    = help: @required @hostLabel library: String
operation GetShelf {
    input := {
        @required
        library: String
    }
}

@endpoint(hostPrefix: "books_of.{library}.")
//                    ^^^^^^^^^^^^^^^^^^^^^ error[HostLabelTrait]: `books_of.{library}.` cannot begin a host: only letters, digits and `-` are allowed between its dots
operation GetLibrary {
    input := {
        @required
        @hostLabel
        library: String
    }
}

@endpoint(hostPrefix: "{a}{b}.")
//                    ^^^^^^^^^ error[Model]: two labels of a host prefix must have text between them: `{a}{b}.`
operation Adjacent {}

@endpoint(hostPrefix: "{a.books")
//                    ^^^^^^^^^^ error[Model]: a label of a host prefix is not closed: `{a.books`
operation Unclosed {}

@endpoint(hostPrefix: "a}.books")
//                    ^^^^^^^^^^ error[Model]: a `}` in a host prefix must close a label: `a}.books`
operation Unopened {}

@endpoint(hostPrefix: "{a+}.books.")
//                    ^^^^^^^^^^^^^ error[Model]: a label of a host prefix cannot be greedy, as `{a+}` is: `{a+}.books.`
operation Greedy {}

@endpoint(hostPrefix: "{}.books.")
//                    ^^^^^^^^^^^ error[Model]: the label `{}` must be the name of a member: `{}.books.`
operation Nameless {}

@endpoint(hostPrefix: "{a}.{A}.")
//                    ^^^^^^^^^^ error[Model]: label `A` is used twice: `{a}.{A}.`
operation Twice {}

@endpoint(hostPrefix: "data.")
operation Plain {}
