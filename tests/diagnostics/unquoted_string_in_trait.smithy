$version: "2.0"

namespace example

@tags([important])
//     ^^^^^^^^^ danger[SyntacticShapeIdTarget]: cannot find shape `important`
//     = help: write "important" if a string is meant
structure Order {}
