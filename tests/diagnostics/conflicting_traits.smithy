$version: "2.0"

namespace example

@trait(conflicts: [lent])
structure sold {}

@trait
structure lent {}

@trait(structurallyExclusive: "member")
structure title {}

@trait(structurallyExclusive: "target")
structure barcode {}

@barcode
string Isbn

@lent
@sold
//@1 ^^^^^ error[TraitConflict]: conflicting traits on `example#Book`: `example#sold` with `example#lent`
//   = help: remove one of them
structure Book {
    @title
    name: String
    @title
 // ^^^^^^ error[ExclusiveStructureMemberTrait]: only one member of `example#Book` can have `@example#title`, but these have it: `name`, `subtitle`
    @lent
    @sold
 // ^^^^^ error[TraitConflict]: conflicting traits on `example#Book$subtitle`: `example#sold` with `example#lent`
 // = help: remove one of them
    subtitle: String
    isbn: Isbn
    oldIsbn: Isbn
    //       ^^^^ error[ExclusiveStructureMemberTrait]: only one member of `example#Book` can have `@example#barcode`, but these have it: `isbn`, `oldIsbn`
}

union Either {
    @title
    name: String
    @title
    subtitle: String
}
