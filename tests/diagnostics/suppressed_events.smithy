$version: "2.0"

metadata validators = [
    { name: "EmitEachSelector", id: "Shelf.Each.Structure", configuration: { selector: "structure" } }
    { name: "EmitEachSelector", id: "Shelf.Each.Member", severity: "NOTE", configuration: { selector: "structure > member" } }
    { name: "EmitNoneSelector", id: "Shelf.None", configuration: { selector: "union" } }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[Shelf.None]: no shape is selected by `union`
]

metadata suppressions = [
    { id: "Shelf.Each.Member", namespace: "attic", reason: "the attic is closed" }
    { id: "Shelf.None", namespace: "*" }
    // Another namespace, a part of a name, something below: none of them counts.
    { id: "Shelf.Each.Structure", namespace: "attic" }
    { id: "Shelf.Each.Struct", namespace: "*" }
    { id: "Shelf.Each.Structure.More", namespace: "*" }
]

metadata severityOverrides = [
    { id: "Shelf.Each.Member", namespace: "books", severity: "WARNING" }
    // Severities only rise.
    { id: "Shelf.Each.Structure", namespace: "*", severity: "WARNING" }
]

namespace books

structure Reader {
//        ^^^^^^ danger[Shelf.Each.Structure]: `books#Reader` is selected by `structure`
    name: String
 // ^^^^ warning[Shelf.Each.Member]: `books#Reader$name` is selected by `structure > member`

    @suppress(["Shelf"])
    age: Integer
 // ^^^ suppressed[Shelf.Each.Member]: `books#Reader$age` is selected by `structure > member`
}

@suppress(["Other", "Shelf.Each"])
structure Clerk {}
//        ^^^^^ suppressed[Shelf.Each.Structure]: `books#Clerk` is selected by `structure`

// An error cannot be suppressed.
@suppress(["RangeTrait"])
structure Guest {
//        ^^^^^ danger[Shelf.Each.Structure]: `books#Guest` is selected by `structure`
    @suppress(["RangeTrait"])
    @range(min: 5, max: 1)
 // ^^^^^^^^^^^^^^^^^^^^^^ error[RangeTrait]: `min` of `@range` is greater than `max`
    card: Integer
 // ^^^^ warning[Shelf.Each.Member]: `books#Guest$card` is selected by `structure > member`
}
