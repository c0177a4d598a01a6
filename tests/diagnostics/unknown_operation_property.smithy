$version: "2.0"

namespace example

operation GetOrder {
    inputs: GetOrderInput
 // ^^^^^^ error[Model]: unknown property `inputs` of an operation
 // = help: the properties are `input`, `output` and `errors`
}

string Later
