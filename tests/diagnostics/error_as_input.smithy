$version: "2.0"

namespace example

operation GetOrder {
    input: NotFound
    //     ^^^^^^^^ error[Target]: `example#GetOrder` names `example#NotFound` as an input, but it has `@error`
    output: Name
    //      ^^^^ error[Target]: `example#GetOrder` names `example#Name` as an output, but it is a string, not a structure
    errors: [Order]
    //       ^^^^^ error[Target]: `example#GetOrder` names `example#Order` as an error, but it lacks `@error`
    //       = help: @error("client")
}

@error("client")
structure NotFound {}

structure Order {}

string Name
