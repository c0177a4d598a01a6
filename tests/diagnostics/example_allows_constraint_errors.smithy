$version: "2.0"

namespace example

@examples([
    {
        title: "too few"
        input: { copies: 0, name: "x" }
        //               ^ warning[ExamplesTrait.Member.InvalidRange]: input of example `too few`: `example#OrderInput$copies` takes numbers from 1 on, but found `0`
        //                        ^^^ warning[ExamplesTrait]: input of example `too few`: `x` does not match the pattern of `example#OrderInput$name`: `^[A-Z]`
        //                        ^^^ warning[ExamplesTrait]: input of example `too few`: `example#OrderInput$name` takes at least 2 characters, but the value has 1
        error: { shapeId: TooFew, content: {} }
        //                                 ^^ warning[ExamplesTrait]: error of example `too few`: missing required member `message` of `example#TooFew`
        allowConstraintErrors: true
    }
    {
        title: "without an error"
        input: { copies: 1, name: "Emma" }
        allowConstraintErrors: true
        //                     ^^^^ error[ExamplesTrait]: example `without an error` allows constraint errors, but does not end in an error
        //                     = help: error: { shapeId: .., content: {} }
    }
    {
        title: "both"
        input: { copies: 1, name: "Emma" }
        output: {}
        error: { shapeId: TooFew, content: {} }
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[ExamplesTrait]: example `both` has both an output and an error
        //     = help: an operation ends in one of them
    }
    {
 // ^ error[ExamplesTrait]: input of example `no input`: missing required member `copies` of `example#OrderInput`
        title: "no input"
    }
])
operation Order {
    input := {
        @range(min: 1)
        @required
        copies: Integer
        @pattern("^[A-Z]")
        //       ^^^^^^^^ warning[PatternTrait]: the pattern does not end with `$`, so it also matches a part of the text
        //       = help: to match the whole text: @pattern("^[A-Z]$")
        @length(min: 2)
        name: String
    }
    output := {}
    errors: [TooFew]
}

@error("client")
structure TooFew {
    @required
    message: String
}
