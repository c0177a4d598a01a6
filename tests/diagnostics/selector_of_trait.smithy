$version: "2.0"

namespace books

@trait(selector: "structure > membr")
//                            ^ error[Model]: cannot read the selector: `membr` is not a type of shapes
//                            = help: did you mean `member`?
structure shelf {}

@trait(selector: "[trait|shelf")
//                            ^ error[Model]: cannot read the selector: expected `]` or a comparator such as `=`, found the end
structure row {}

@trait(selector: "operation [id|name ^= Get] :test(-[input]-> > [trait|required])")
structure fine {}

@idRef(selector: ":not(string, structure)")
//                 ^ error[Model]: cannot read the selector: `:not` takes one selector, not 2
//                 = help: it is wrong from `not(string, structure)` on
string Reference

structure Book {
    @idRef(selector: "service ~ operation")
    //                         ^ error[Model]: cannot read the selector: expected `>`, found ` `
    //                         = help: it is wrong from ` operation` on
    place: String
}
