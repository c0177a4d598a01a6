$version: "2.0"

metadata shelves = [1, "two"]
metadata rows = ["one"]
//               ^^^^^ error[TypedMetadata.rows]: metadata `rows`: expected a number for `smithy.api#Integer`, found a string

namespace books

@metadata(key: "rows")
list Rows {
    member: Integer
}

@metadata(key: "shelves")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^ error[MetadataTrait]: metadata `shelves` has another type already: `books#MoreShelves`
list Shelves {
    member: Integer
}

@metadata(key: "shelves")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^ error[MetadataTrait]: metadata `shelves` has another type already: `books#Shelves`
list MoreShelves {
    member: String
}

@metadata(key: "validators")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[MetadataTrait]: metadata `validators` has a form of its own and cannot be given a type
list Validators {
    member: String
}

@metadata(key: "shapeClosures")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[MetadataTrait]: metadata `shapeClosures` has another type already: `smithy.api#ShapeClosures`
list Closures {
    member: String
}
