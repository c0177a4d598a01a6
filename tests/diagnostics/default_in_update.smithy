$version: "2.0"

namespace example

resource Book {
    identifiers: { bookId: String }
    update: ChangeBook
}

operation ChangeBook {
//        ^^^^^^^^^^ warning[DefaultValueInUpdate]: an update cannot tell whether a member with a default was left out: `title`
    input := {
        @required
        bookId: String

        title: String = "untitled"
    }
}

operation PatchShelf {
//        ^^^^^^^^^^ warning[DefaultValueInUpdate]: an update cannot tell whether a member with a default was left out: `count`
    input := {
        count: Integer = 0
    }
}

operation PutShelf {
    input := {
        count: Integer = 0
    }
}
