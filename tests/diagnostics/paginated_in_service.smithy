$version: "2.0"

namespace example

@paginated(inputToken: "token", outputToken: "token", pageSize: "size")
//                     ^^^^^^^ error[PaginatedTrait]: `inputToken` of `@paginated` names `token`, which must not be `@required`: the first or the last page has none
service Shop {
    operations: [ListOrders, ListItems]
}

service Archive {
    operations: [ListOrders]
}

@readonly
@paginated(items: "names")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[PaginatedTrait]: `@paginated` lacks `inputToken`, here and on service `example#Archive`
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[PaginatedTrait]: `@paginated` lacks `outputToken`, here and on service `example#Archive`
operation ListOrders {
    input := {
        token: String
        size: Integer
    }
    output := {
        token: String
        names: Names
    }
}

@readonly
@paginated
operation ListItems {
    input := {
        @required
        token: String

        size: Integer
    }
    output := {
        token: String
    }
}

list Names {
    member: String
}
