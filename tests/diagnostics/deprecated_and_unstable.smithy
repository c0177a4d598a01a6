$version: "2.0"

namespace example

@trait
@unstable
structure draft {}

@trait
@deprecated(message: "write a note instead", since: "2.0")
structure remark {}

@draft
//@1 ^^^^^^ warning[UnstableTrait.example#draft]: trait `example#draft` is unstable: what it means may change
@remark
//@1 ^^^^^^^ warning[DeprecatedTrait.example#remark]: trait `example#remark` is deprecated since 2.0: write a note instead
structure Book {
    @draft
 // ^^^^^^ warning[UnstableTrait.example#draft]: trait `example#draft` is unstable: what it means may change
    title: Title
 // ^^^^^ warning[MemberShouldReferenceResource]: `title` looks like the identifier of `example#Shelf`, `example#Room`
 // = help: @references([{ resource: Shelf }]) on `Book`
    //     ^^^^^ warning[DeprecatedShape.example#Title]: the member targets `example#Title`, which is deprecated since 1.5
    shelf: String
}

@deprecated(since: "1.5")
string Title

@mixin
@deprecated
structure Lendable {}

structure Magazine with [Lendable] {}
//                       ^^^^^^^^ warning[DeprecatedShape.example#Lendable]: the mixin is `example#Lendable`, which is deprecated

@deprecated
operation Lend {
    input := {}
}

@deprecated
resource Shelf {
    identifiers: { title: Title }
    //                    ^^^^^ warning[DeprecatedShape.example#Title]: the identifier is `example#Title`, which is deprecated since 1.5
}

@deprecated
@error("client")
structure Missing {}

service Library {
    version: "1"
    operations: [Lend]
    //           ^^^^ warning[DeprecatedShape.example#Lend]: the operation is `example#Lend`, which is deprecated
    resources: [Shelf]
    //          ^^^^^ warning[DeprecatedShape.example#Shelf]: the resource is `example#Shelf`, which is deprecated
    errors: [Missing]
    //       ^^^^^^^ warning[DeprecatedShape.example#Missing]: the error is `example#Missing`, which is deprecated
}

resource Room {
    identifiers: { title: Title }
    //                    ^^^^^ warning[DeprecatedShape.example#Title]: the identifier is `example#Title`, which is deprecated since 1.5
    //                    ^^^^^ warning[DeprecatedShape.example#Title]: the property is `example#Title`, which is deprecated since 1.5
    properties: { name: Title }
    //                  ^^^^^ error[ResourceOperationInputOutput]: no instance operation of `example#Room` has its property `name` in the input or output
}
