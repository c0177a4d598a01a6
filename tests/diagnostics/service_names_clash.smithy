$version: "2.0"

namespace example

service Shop {
//      ^^^^ error[Service]: `example#Nothing` is not in the closure of service `example#Shop` and cannot be renamed
    operations: [GetOrder]
    rename: {
        "example#Nothing": "Something"
    }
}

operation GetOrder {
//        ^^^^^^^^ error[Service]: the name of `example#GetOrder` conflicts with that of `example#getOrder` in service `example#Shop`
//        = help: rename: { "example#GetOrder": "OtherGetOrder" }
    output := {
        one: getOrder
    }
}

structure getOrder {}
//        ^^^^^^^^ error[ShapeIdConflict]: `example#getOrder` differs only in case from `example#GetOrder`
//        = help: rename one of the two, or use one in place of both
//        ^^^^^^^^ error[Service]: the name of `example#getOrder` conflicts with that of `example#GetOrder` in service `example#Shop`
//        = help: rename: { "example#getOrder": "OthergetOrder" }
