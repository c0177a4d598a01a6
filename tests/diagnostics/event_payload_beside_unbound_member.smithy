$version: "2.0"

namespace example

@streaming
union Arrivals {
    book: Arrival
}

structure Arrival {
//        ^^^^^^^ error[EventPayloadTrait]: `example#Arrival` has a member with `@eventPayload`, so these require `@eventHeader`: `title`
//        = help: @eventHeader
    @eventPayload
    cover: Blob

    @eventHeader
    shelf: String

    title: String
}

operation Watch {
    output := {
        arrivals: Arrivals
    }
}
