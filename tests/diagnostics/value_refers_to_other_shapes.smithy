$version: "2.0"

namespace example

@trait
structure seeAlso {
    @idRef(failWhenMissing: true, selector: "structure")
    structure: String
    operation: OperationReference
    @idRef
    anything: String
}

@idRef(failWhenMissing: true, selector: "operation", errorMessage: "name an operation of this service")
string OperationReference

structure Book {}

operation Lend {}

@seeAlso(structure: Book, operation: Lend, anything: "example.other#Nothing")
string Right

@seeAlso(structure: "example#Bok", operation: "example#Borrow", anything: "nowhere")
//                  ^^^^^^^^^^^^^ error[TraitValue]: trait `example#seeAlso`: the model has no shape `example#Bok`
//                  = help: did you mean `example#Book`?
//                                            ^^^^^^^^^^^^^^^^ error[TraitValue]: trait `example#seeAlso`: name an operation of this service (found `example#Borrow`)
//                                                                        ^^^^^^^^^ error[TraitValue]: trait `example#seeAlso`: `nowhere` is not an absolute shape id
//                                                                        = help: write the namespace as well: `example.orders#Order`
string Missing

@seeAlso(structure: Lend, operation: Book)
//                  ^^^^ error[TraitValue]: trait `example#seeAlso`: `example#Lend` is a shape that cannot be named here
//                  = help: name one of those that the selector `structure` selects
//                                   ^^^^ error[TraitValue]: trait `example#seeAlso`: name an operation of this service (found `example#Book`)
//                                   = help: name one of those that the selector `operation` selects
string OfOtherKind
