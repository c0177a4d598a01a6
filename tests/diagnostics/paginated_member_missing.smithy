$version: "2.0"

namespace example

@readonly
@paginated(inputToken: "next", outputToken: "nextToken", items: "names", pageSize: "max")
//                     ^^^^^^ error[PaginatedTrait]: `inputToken` of `@paginated` names `next`, but `example#ListOrdersInput` has no such member
//                                          ^^^^^^^^^^^ danger[PaginatedTrait]: `outputToken` of `@paginated` names `nextToken`, which must not be `@required`: a first or last page has none
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
