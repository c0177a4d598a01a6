// snapshot accept: src/operation/get_group.rs mod waiters impl Waiter for Waiter
$version: "2.0"
namespace example

use smithy.waiters#waitable

@readonly
@http(method: "GET", uri: "/groups/{name}")
@waitable(
    GroupFilled: {
        acceptors: [
            { state: "success", matcher: { inputOutput: { path: "length(output.members) >= input.wanted", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { inputOutput: { path: "output.name != input.name", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
)
operation GetGroup {
    input := { @required @httpLabel name: String, @httpQuery("wanted") wanted: Long }
    output := { name: String, members: Members }
}

list Members { member: String }
