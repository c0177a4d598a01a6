$version: "2.0"

namespace books

@trait
@traitValidators(fine: { selector: "~> string >>>>[" })
//                                                 ^ error[Model]: cannot read the selector: expected the name of an attribute such as `trait` or `id`, found the end
structure unreadable {}

@unreadable
string Unchecked
