$version: "2.0"

metadata selectorTests = [
    {
        selector: "structure > member [trait|required]"
        skipPreludeShapes: true
        matches: ["orders#PlaceInput$lines"]
    }
    {
        // Numbers that come in and do not go out.
        selector: """
            service
            $out(~> operation -[output]-> ~> number)
            ~> operation -[input]-> ~> number
            :not(:in(${out}))"""
        matches: [smithy.api#Integer]
    }
    {
        selector: "[trait|tags] :not([@: @{trait|tags|(values)} {<} @{trait|smithy.api#tags|(values)}])"
        matches: []
    }
    {
        selector: ":topdown([trait|orders#audited], [trait|internal])"
        matches: [orders#Shop, orders#Order, orders#Place]
    }
]

namespace orders

@trait
structure audited {}

@audited
service Shop {
    resources: [Order]
    operations: [Restock]
}

resource Order {
    identifiers: { id: OrderId }
    create: Place
}

operation Place {
    input: PlaceInput
    output: PlaceOutput
}

@internal
@tags(["night"])
operation Restock {}

structure PlaceInput {
    @required
    lines: Lines

    discount: Integer
    weight: Double
}

structure PlaceOutput {
    weight: Double
}

list Lines {
    member: OrderId
}

string OrderId
