$version: "2.0"

namespace example

@readonly
@paginated(inputToken: "next", outputToken: "nextToken", items: "names", pageSize: "max")
//                     ^^^^^^ error[PaginatedTrait]: `inputToken` of `@paginated` names `next`, but `example#ListOrdersInput` has no such member
//                                          ^^^^^^^^^^^ danger[PaginatedTrait.ShouldNotBeRequired.outputToken]: `outputToken` of `@paginated` names `nextToken`, which must not be `@required`: the first or the last page has none
//                                                              ^^^^^^^ error[PaginatedTrait]: `items` of `@paginated` names `names`, which is a string, not one of `list`, `map`
//                                                                                 ^^^^^ error[PaginatedTrait]: `pageSize` of `@paginated` names `max`, which is a string, not one of `byte`, `short`, `integer`, `long`
operation ListOrders {
    input := {
        nextToken: String
        max: String
    }
    output := {
        @required
        nextToken: String
        names: String
    }
}

@readonly
@paginated(inputToken: "page.token", outputToken: "token", pageSize: "size", items: "page.part.items")
//                     ^^^^^^^^^^^^ error[PaginatedTrait]: `inputToken` of `@paginated` must be a member name, not a path
//                                                ^^^^^^^ danger[PaginatedTrait.WrongShapeType.outputToken]: `outputToken` of `@paginated` names `token`, which is a map and should be `string`
//                                                                   ^^^^^^ danger[PaginatedTrait.WrongShapeType.pageSize]: `pageSize` of `@paginated` names `size`, which is a long and should be `integer`
//                                                                   ^^^^^^ warning[PaginatedTrait.ShouldNotBeRequired.pageSize]: `pageSize` of `@paginated` names `size`, which should not be `@required`: the server has a default
//                                                                                  ^^^^^^^^^^^^^^^^^ warning[PaginatedTrait.DeeplyNested.items]: the path of `items` is inconveniently deep: `page.part.items`
operation ListItems {
    input := {
        @required
        size: Long
    }
    output := {
        token: Tokens
        page: Page
    }
}

structure Page {
    part: Part
}

structure Part {
    items: Names
}

list Names {
    member: String
}

map Tokens {
    key: String
    value: String
}

// Whether it lacks tokens depends on the service, and it has none.
@readonly
@paginated(items: "names")
operation ListUnbound {
    input := {}
    output := {
        names: Names
    }
}
