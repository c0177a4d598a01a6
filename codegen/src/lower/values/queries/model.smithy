$version: "2.0"

namespace harbor

use aws.protocols#awsJson1_0

@awsJson1_0
service Harbor {
    operations: [
        Look
    ]
}

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
    matrix: Matrix
    labels: Labels
    byState: NamesByState
    groupsByName: GroupsByName
    choice: Choice
    steps: Steps
}

enum State {
    OPEN
    READY
    FAILED
}

list Names {
    member: String
}

@sparse
list SparseNames {
    member: String
}

list Integers {
    member: Integer
}

list Matrix {
    member: Names
}

map Labels {
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

    choice: Choice

    labels: Labels
}

list Members {
    member: Member
}

structure Member {
    id: String
    state: State
}

union Choice {
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
