$version: "2.0"

namespace example

service Shop {
    operations: [Order]
    //           ^^^^^ error[Target]: `example#Shop` names `example#Order` as an operation, but it is a resource
    resources: [PutOrder]
    //          ^^^^^^^^ error[Target]: `example#Shop` names `example#PutOrder` as a resource, but it is an operation
    errors: [Note]
    //       ^^^^ error[Target]: `example#Shop` names `example#Note` as an error, but it lacks `@error`
    //       = help: @error("client")
}

operation PutOrder {
    input: Broken
    //     ^^^^^^ error[Target]: `example#PutOrder` names `example#Broken` as an input, but it has `@error`
    output: Kinds
    //      ^^^^^ error[Target]: `example#PutOrder` names `example#Kinds` as an output, but it is a map, not a structure
    //      ^^^^^ error[Target]: `example#PutOrder` names `example#Kinds` as an error, but it is a map, not a structure
    errors: [Note, Kinds]
    //       ^^^^ error[Target]: `example#PutOrder` names `example#Note` as an error, but it lacks `@error`
    //       = help: @error("client")
}

resource Order {
    identifiers: { number: Count, tag: label }
    //                     ^^^^^ error[Target]: `example#Order` names `example#Count` as an identifier, but it is an integer, not a string
    //                                 ^^^^^ error[Target]: `example#label` is a trait, which can be applied, but not be the identifier
    //                                 = help: @label
    properties: { shop: Shop }
    //                  ^^^^ error[Target]: `example#Order` names `example#Shop` as a property, but it is a service, which has no values
    //                  ^^^^ error[Target]: `example#Order` names `example#Shop` as an operation, but it is a service
    //                  ^^^^ error[ResourceOperationInputOutput]: no instance operation of `example#Order` has its property `shop` in the input or output
    read: Note
    //    ^^^^ error[Target]: `example#Order` names `example#Note` as an operation, but it is a structure
    //    ^^^^ error[Target]: `example#Order` names `example#Note` as an operation, but it is a structure
    operations: [Shop]
    collectionOperations: [Note]
    resources: [PutOrder]
    //          ^^^^^^^^ error[Target]: `example#Order` names `example#PutOrder` as a resource, but it is an operation
}

structure Note with [HasId] {
    shop: Shop
    //    ^^^^ error[Target]: a member cannot be a service, which `example#Shop` is
    tag: label
    //   ^^^^^ error[Target]: `example#label` is a trait, which can be applied, but not be the target of a member
    //   = help: @label
    base: HasId
    //    ^^^^^ error[Target]: `example#HasId` is a mixin, which cannot be the target of a member
    //    = help: define a shape `with [HasId]` and name that
    old: Old
    older: Older
}

map Kinds {
    key: Count
    //   ^^^^^ error[Target]: the keys of a map are strings, but `example#Count` is an integer
    value: String
}

integer Count

@error("client")
structure Broken {}

@trait
string label

@mixin
structure HasId {
    id: String
}

@deprecated(message: "use `String`", since: "2.1")
string Old

@deprecated
string Older
