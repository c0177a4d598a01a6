$version: "2.0"

metadata validators = [
    "EmitEachSelector"
 // ^^^^^^^^^^^^^^^^^^ error[Model]: each element of metadata `validators` must be an object, found a string
    { id: "NoName" }
 // ^^^^^^^^^^^^^^^^ error[Model]: missing required member `name`
    { name: "EmitEachSelector", id: 3 }
    //                              ^ error[Model]: `id` must be a string, found a number
    { name: "EmitEachSelector", severity: "ERROR" }
    //                                    ^^^^^^^ error[Model]: a model cannot define events of severity `ERROR`
    //                                    = help: write `DANGER`, `WARNING` or `NOTE`
    { name: "EmitEachSelector", namespaces: "books" }
    //                                      ^^^^^^^ error[Model]: `namespaces` must be an array of strings
    { name: "EmitEachSelector", selector: "[id|]" }
    //                                         ^ error[Model]: cannot read the selector: expected a name, a number or a text in quotes, found `]`
    //                                         = help: it is wrong from `]` on
    { name: "EmitEachSelector", configuration: [] }
    //                                         ^^ error[Model]: `configuration` must be an object, found an array
    { name: "EmitEachSelector" }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: validator `EmitEachSelector` needs a `selector` in its `configuration`
 // = help: configuration: { selector: "structure > member" }
    { name: "EmitEachSelector", configuration: { selector: true } }
    //                                                     ^^^^ error[Model]: `selector` must be a string, found a boolean
    { name: "EmitEachSelector", configuration: { selector: "strcture > member" } }
    //                                                      ^ error[Model]: cannot read the selector: `strcture` is not a type of shapes
    //                                                      = help: did you mean `structure`?
    { name: "EmitEachSelector", configuration: { selector: "structure > [id=a" } }
    //                                                                       ^ error[Model]: cannot read the selector: expected `,` or `]`, found the end
    { name: "EmitEachSelector", configuration: { selector: "service", messageTemplate: "@{id" } }
    //                                                                                 ^^^^^^ error[Model]: cannot read the `messageTemplate`: expected `|` or `}`, found the end
    { name: "EmitNoneSelector", configuration: {} }
 // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[Model]: validator `EmitNoneSelector` needs a `selector` in its `configuration`
 // = help: configuration: { selector: "structure > member" }
    { name: "UnreferencedShape", configuration: { rootShapeSelector: "!" } }
    //                                                                ^ error[Model]: cannot read the selector: expected a type such as `structure`, an attribute `[..]`, a function `:not(..)` or a walk `>`, found `!`
    { name: "UnreferencedShape", configuration: { roots: "service" } }
    //                                                   ^^^^^^^^^ error[Model]: validator `UnreferencedShape` has no option `roots`
    //                                                   = help: its only option is `rootShapeSelector`
]

metadata suppressions = "none"
//                      ^^^^^^ error[Model]: metadata `suppressions` must be an array of objects, found a string

namespace books
