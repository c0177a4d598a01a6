// snapshot lib with docs: src/lib.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/add/{thingName}")
operation Add {
    input := {
        @required
        @httpLabel
        thingName: String

        @required
        tags: Tags

        @required
        kind: Kind

        @required
        size: Size

        @required
        place: Place

        @required
        since: Timestamp

        note: String
    }
}

list Tags { member: String }

enum Kind {
    FORK = "fork"
}

structure Size {
    @required
    width: Double

    height: Double
}

union Place { shelf: String, room: Integer }
