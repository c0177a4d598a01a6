$version: "2.0"

namespace example

@examples([
    {
        title: "buy"
        input: { name: 1, colour: "red" }
        //             ^ error[ExamplesTrait]: input of example `buy`: expected a string for `smithy.api#String`, found a number
        //                ^^^^^^ warning[ExamplesTrait.UnknownMember.example#BuyInput.colour]: input of example `buy`: `example#BuyInput` has no member `colour`
        //                = help: did you mean `color`?
        output: {}
        //      ^^ error[ExamplesTrait]: output of example `buy`: missing required member `price` of `example#BuyOutput`
    }
    {
        title: "fail"
        input: { name: "bread" }
        error: { shapeId: SoldOut, content: {} }
        //                ^^^^^^^ error[ExamplesTrait]: example `fail` ends in `example#SoldOut`, which is not an error of `example#Buy`
    }
])
operation Buy {
    input := {
        @required
        name: String
        color: String
    }
    output := {
        @required
        price: Integer
    }
}

@error("client")
structure SoldOut {}
