$version: "2.0"

namespace example

structure Order {
    count: Integer =
    //              ^ error[Model]: expected a value, found a line break
}

string Later
