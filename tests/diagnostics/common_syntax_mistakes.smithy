$version: "2.0"

namespace example

use smithy.api
//            ^ error[Model]: expected `#`, found a line break
//            = help: did you mean `smithy#api`?

class Order {}

structure Order extends Base {}
//              ^^^^^^^ error[Model]: expected `{`, found `extends`
//              = help: mixins are in brackets: with [Other]

structure Item {
    name?: String
    //  ^ error[Model]: unexpected character `?`
    //  = help: members are optional without `@required`
    "price": Integer
 // ^^^^^^^ error[Model]: expected a member, found a string
 // = help: names have no quotes
    1st: Integer
 // ^ error[Model]: expected a member, found `1`
 // = help: a name begins with a letter or `_`
    first-name: String
    //   ^ error[Model]: expected `:`, found `-`
    //   = help: names consist of letters, digits and `_`
    $id: String
    // ^ error[Model]: expected a line break, found `:`
    // = help: `$id` takes its target from a mixin or resource; remove the `$` or the target
    shop: com.example.Shop
    //                    ^ error[Model]: expected `#`, found a line break
    //                    = help: did you mean `com.example#Shop`?
}

string Name;
//         ^ error[Model]: unexpected character `;`
//         = help: a statement ends with its line; remove the `;`

enum Color {
    RED: "red"
    // ^ error[Model]: expected `=`, found `:`
    // = help: a value of an enum is written `RED = ..`
}

@tags["shop"]
//   ^ error[Model]: expected a shape after its traits, found `[`
//   = help: the value of a trait must be in parentheses
string Text

@title('Shop')
//     ^ error[Model]: unexpected character `'`
//     = help: strings are in double quotes
service Shop {}

operation Buy {
    errors: SoldOut
    //      ^^^^^^^ error[Model]: expected `[`, found `SoldOut`
    //      = help: errors: [SoldOut]
}

apply Order deprecated
//          ^^^^^^^^^^ error[Model]: expected `@` or `{`, found `deprecated`
//          = help: apply Order @deprecated

@range(min: .5, max: 007)
//          ^ error[Model]: expected a value, found `.`
//          = help: a fraction has a digit before its `.`, and a namespace ends with `#`
integer Count

@range(min: 1.)
//          ^^ error[Model]: `1.` is not a number
//          = help: a digit follows the `.`
integer Size
}
//@1 ^ error[Model]: expected a shape, found `}`
//   = help: no `{` is open here

structure Open {
    name: String
    //           ^ error[Model]: expected `}`, found the end of the file
    //           = help: the `{` of line 45 has no `}`
