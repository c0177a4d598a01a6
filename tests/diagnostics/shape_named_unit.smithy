$version: "2.0"

namespace example

service Shop {
    operations: [Ping, Wrap]
}

operation Ping {}

operation Wrap {
    input := { unit: Unit }
}

structure Unit {}
//        ^^^^ error[Service]: the name of `example#Unit` conflicts with that of `smithy.api#Unit` in service `example#Painter`
//        = help: rename: { "example#Unit": "OtherUnit" }

// What has members of the unit type has that in its closure.
service Painter {
//      ^^^^^^^ error[Service]: the name of `smithy.api#Unit` conflicts with that of `example#Unit` in service `example#Painter`
//      = help: rename: { "smithy.api#Unit": "OtherUnit" }
    operations: [Wrap, Paint]
}

operation Paint {
    input := { color: Color }
}

union Color {
    red: smithy.api#Unit
}
