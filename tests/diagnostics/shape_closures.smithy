$version: "2.0"

metadata shapeClosures = [
    { id: "books#all", includeNamespaces: ["books"], documentation: "everything" }
    { id: "books#all", includeNamespaces: ["books"] }
    //    ^^^^^^^^^^^ error[ShapeClosure]: there is another shape closure `books#all`
    { id: "books#Book", includeNamespaces: ["books"] }
    //    ^^^^^^^^^^^^ error[ShapeClosure]: shape closure `books#Book` has the id of a shape
    { id: "books#nothing" }
    //    ^^^^^^^^^^^^^^^ error[ShapeClosure]: shape closure `books#nothing` includes nothing
    //    = help: add `includeNamespaces` or `includeBySelector`
    { id: "books#elsewhere", includeNamespaces: ["attic"] }
    //    ^^^^^^^^^^^^^^^^^ danger[ShapeClosure.EmptyNamespace.books#elsewhere]: shape closure `books#elsewhere` includes the namespace `attic`, which has no shapes
    { id: "books#none", includeBySelector: "union" }
    //                                     ^^^^^^^ danger[ShapeClosure.EmptySelector.books#none]: the selector of shape closure `books#none` selects nothing
    { id: "books#noneBeside", includeBySelector: "structure", includeNamespaces: ["books"] }
    { id: "books#wrong", includeBySelector: "structure >> [" }
    //                                                     ^ error[ShapeClosure]: shape closure `books#wrong`: cannot read the selector: expected the name of an attribute such as `trait` or `id`, found the end
    {
        id: "books#renamed"
        includeBySelector: "[id=books#Book]"
        rename: {
            "books#Book": "Book"
            //            ^^^^^^ error[ShapeClosure]: shape closure `books#renamed` renames `books#Book` to the name that it has
            "books#Reader": "Person"
            //              ^^^^^^^^ error[ShapeClosure]: shape closure `books#renamed` renames `books#Reader`, which it does not contain
            "books#Title": "AUTHOR"
            //             ^^^^^^^^ error[ShapeClosure]: shape closure `books#renamed` renames `books#Title` to `AUTHOR`, but contains `books#Author`
            "books#Isbn": "Code"
            "books#Signature": "code"
            //                 ^^^^^^ error[ShapeClosure]: shape closure `books#renamed` renames `books#Signature` to `code`, and `books#Isbn` to the same but for case
        }
    }
    { id: "books#Incomplete", rename: 3 }
    //                                ^ error[TypedMetadata.shapeClosures]: metadata `shapeClosures`: expected an object for `smithy.api#Renames`, found a number
]

namespace books

structure Book {
    title: Title
    author: Author
    isbn: Isbn
    signature: Signature
}

structure Reader {}

string Title

string Author

string Isbn

string Signature
