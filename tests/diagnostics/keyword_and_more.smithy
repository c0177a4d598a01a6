$version: "2.0"

metadata one = [truefalse]
//              ^^^^^^^^^ error[SyntacticShapeIdTarget]: cannot find shape `truefalse`
//              = help: write true, or "truefalse" if a string is meant
metadata two = { key: nullx }
//                    ^^^^^ error[SyntacticShapeIdTarget]: cannot find shape `nullx`
//                    = help: write null, or "nullx" if a string is meant
metadata three = [true false null]
metadata four = [String, Strng]
//                       ^^^^^ danger[SyntacticShapeIdTarget]: cannot find shape `Strng`
//                       = help: write "Strng" if a string is meant

namespace example

@tags([falsehood])
//     ^^^^^^^^^ error[SyntacticShapeIdTarget]: cannot find shape `falsehood`
//     = help: write false, or "falsehood" if a string is meant
structure Sample {}

structure nullable {}

@references([{ resource: nullable }])
//                       ^^^^^^^^ error[ReferencesTrait]: `@references` must name a resource, but `example#nullable` is a structure
structure Other {}
