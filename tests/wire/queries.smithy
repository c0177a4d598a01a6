$version: "2.0"

namespace wire

// What JMESPath is asked of.

@http(method: "POST", uri: "/look")
operation Look {
    input := with [Seen] {}
    output := with [Seen] {}
}

@mixin
structure Seen {
    name: String
    state: State
    count: Integer
    wanted: Long
    share: Float
    ratio: Double
    isOpen: Boolean
    created: Timestamp
    first: Group
    groups: Groups
    names: Names
    sparseNames: SparseNames
    sizes: Integers
    matrix: NameMatrix
    labels: LabelTexts
    byState: NamesByState
    groupsByName: GroupsByName
    choice: Pick
    steps: Steps
}

enum State {
    OPEN
    READY
    FAILED
}

list NameMatrix {
    member: Names
}

map LabelTexts {
    key: String
    value: String
}

map NamesByState {
    key: State
    value: Names
}

map GroupsByName {
    key: String
    value: Group
}

list Groups {
    member: Group
}

structure Group {
    @required
    name: String

    @required
    size: Integer

    minSize: Integer

    isOpen: Boolean

    state: State

    members: Members

    parent: Group

    choice: Pick

    labels: LabelTexts
}

list Members {
    member: Member
}

structure Member {
    id: String
    state: State
}

union Pick {
    text: String
    group: Group
    names: Names
    nothing: Unit
}

list Steps {
    member: Step
}

structure Step {
    check: Item
    put: Item
    delete: Item
    update: Item
}

structure Item {
    @required
    table: String
}
