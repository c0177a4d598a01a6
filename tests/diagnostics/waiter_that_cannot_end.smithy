$version: "2.0"

namespace example

use smithy.waiters#waitable

service Shop {
    operations: [GetOrder, GetParcel]
}

@waitable(
    OrderShipped: {
    //            ^ error[WaitableTrait]: waiter `OrderShipped` never succeeds: no acceptor has the state `success`
    //            ^ error[UniqueWaiterNames]: waiter `OrderShipped` has the name of another in `example#Shop`: `orderShipped` of `example#GetParcel`
        minDelay: 200
        //        ^^^ error[WaitableTrait]: waiter `OrderShipped`: the minimum delay of 200 seconds is greater than the maximum of 120
        acceptors: [
            { state: "retry", matcher: { output: { path: "order.stat", comparator: "stringEquals", expected: "SHIPPED" } } }
            //                                           ^^^^^^^^^^^^ danger[WaitableTraitJmespathProblem.JmespathEventDanger.OrderShipped.0]: waiter `OrderShipped`: `example#Order` has no member `stat`
            //                                           = help: did you mean `state`?
            //                                           ^^^^^^^^^^^^ danger[WaitableTraitJmespathProblem.ReturnTypeMismatch.OrderShipped.0]: waiter `OrderShipped`: `stringEquals` does not compare null, which `order.stat` selects
            { state: "retry", matcher: { output: { path: "length(lines[*].price, lines)", comparator: "booleanEquals", expected: "yes" } } }
            //                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[WaitableTrait]: waiter `OrderShipped`: `length` takes one argument, not 2
            //                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[WaitableTraitJmespathProblem.ReturnTypeMismatch.OrderShipped.1]: waiter `OrderShipped`: `booleanEquals` does not compare a number, which `length(lines[*].price, lines)` selects
            //                                                                                                                   ^^^^^ error[WaitableTrait]: waiter `OrderShipped`: `booleanEquals` expects "true" or "false", not "yes"
            { state: "failure", matcher: { errorType: "Gone" } }
            //                                        ^^^^^^ warning[WaitableTraitInvalidErrorType.OrderShipped.2]: waiter `OrderShipped`: the operation has no error `Gone`
            //                                        = help: the operation has `NotFound`
            { state: "retry", matcher: { output: { path: "lines[", comparator: "allStringEquals", expected: "x" } } }
            //                                           ^^^^^^^^ error[WaitableTrait]: waiter `OrderShipped`: not a JMESPath expression: expected an index, a slice or `*` at character 7
            { state: "retry", matcher: { inputOutput: { path: "input.id == output.order.state", comparator: "stringEquals", expected: "true" } } }
            //                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[WaitableTraitJmespathProblem.ReturnTypeMismatch.OrderShipped.4]: waiter `OrderShipped`: `stringEquals` does not compare a boolean, which `input.id == output.order.state` selects
            { state: "retry", matcher: { output: { path: "order.state > lines", comparator: "booleanEquals", expected: "true" } } }
            //                                           ^^^^^^^^^^^^^^^^^^^^^ warning[WaitableTraitJmespathProblem.JmespathEventWarning.OrderShipped.5]: waiter `OrderShipped`: only numbers have an order, and this is a string
            //                                           ^^^^^^^^^^^^^^^^^^^^^ danger[WaitableTraitJmespathProblem.ReturnTypeMismatch.OrderShipped.5]: waiter `OrderShipped`: `booleanEquals` does not compare null, which `order.state > lines` selects
            { state: "retry", matcher: { output: { path: "lenght(lines)", comparator: "booleanEquals", expected: "true" } } }
            //                                           ^^^^^^^^^^^^^^^ error[WaitableTrait]: waiter `OrderShipped`: there is no function `lenght`
            //                                           = help: did you mean `length`?
        ]
    }
)
operation GetOrder {
    input := { id: String }
    output := { order: Order, lines: Lines }
    errors: [NotFound]
}

@waitable(
    orderShipped: {
    //            ^ error[TraitValue]: trait `smithy.waiters#waitable`: `orderShipped` does not match the pattern of `smithy.waiters#WaiterName`: `^[A-Z]+[A-Za-z0-9]*$`
    //            ^ error[UniqueWaiterNames]: waiter `orderShipped` has the name of another in `example#Shop`: `OrderShipped` of `example#GetOrder`
        acceptors: [{ state: "success", matcher: { success: true } }]
    }
    ParcelMoves: {
        acceptors: [{ state: "success", matcher: { output: { path: "stops[?name == 'Hamburg'].name | [0]", comparator: "stringEquals", expected: "Hamburg" } } }]
    }
)
operation GetParcel {
    output := { stops: Stops }
}

structure Order { state: String }

list Lines { member: Line }

structure Line { price: Integer }

list Stops { member: Stop }

structure Stop { name: String }

@error("client")
structure NotFound {}
