$version: "2.0"

namespace example

structure Order {
    count: Integer = 1 }
    //                 ^ error[Model]: expected a line break, found `}`
    //                 = help: put the `}` into a line of its own

string Later
