$version: "2.0"

metadata validators = [
    {
        name: "EmitEachSelector"
        id: "Shelf.Undocumented"
        message: "every shape is documented. {super}"
        severity: "WARNING"
        namespaces: ["books"]
        selector: "structure"
        configuration: { selector: ":not([trait|documentation])" }
    }
    {
        name: "EmitEachSelector"
        id: "Shelf.Tags"
        severity: "NOTE"
        configuration: {
            selector: "service $it(*) ~> [trait|tags]"
            bindToTrait: "smithy.api#tags"
            messageTemplate: "@{id|name} in @{var|it|id} has @@tags @{trait|tags}"
        }
    }
    {
 // ^ danger[Shelf.NoUnions]: no shape is selected by `union`
        name: "EmitNoneSelector"
        id: "Shelf.NoUnions"
        configuration: { selector: "union" }
    }
    {
        name: "EmitNoneSelector"
        configuration: { selector: "service" }
    }
]

namespace books

@documentation("lends books")
service Library {
    operations: [Lend]
}

@documentation("lends one book")
@tags(["counter", "night"])
//    ^^^^^^^^^^^^^^^^^^^^ note[Shelf.Tags]: Lend in [books#Library] has @tags ["counter","night"]
operation Lend {
    input: LendInput
}

structure LendInput {
//        ^^^^^^^^^ warning[Shelf.Undocumented]: every shape is documented. `books#LendInput` is selected by `:not([trait|documentation])`
    title: String
}

/// What is documented is fine.
structure Reader {
    name: String
}
