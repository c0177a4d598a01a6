$version: "2.0"

namespace example

operation GetOrder {
    input: NotFound
    //     ^^^^^^^^ error[Target]: `input` of `example#GetOrder` must not be an error, but `example#NotFound` has `@error`
    output: Name
    //      ^^^^ error[Target]: `output` of `example#GetOrder` must be a structure, but `example#Name` is a string
    errors: [Order]
    //       ^^^^^ error[Target]: `example#Order` in `errors` of `example#GetOrder` is no structure with `@error`
    //       = help: @error("client")
}

@error("client")
structure NotFound {}

structure Order {}

string Name
