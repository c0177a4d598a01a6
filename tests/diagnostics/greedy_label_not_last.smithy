$version: "2.0"

namespace example

@readonly
@http(method: "GET", uri: "/a/{all+}/{name}/{rest+}")
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[HttpUriGreedyLabel.GreedyLabelIsNotLastLabel]: the greedy label `{all+}` also takes the segments of `{name}` after it
//                        = help: make the greedy label the last one of the URI
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[HttpUriGreedyLabel.MultipleGreedyLabels]: a URI can have at most one greedy label, not `{all+}` and `{rest+}`
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[HttpUriGreedyLabel.GreedyLabelIsNotLastLabel]: the greedy label `{all+}` also takes the segments of `{rest}` after it
//                        = help: make the greedy label the last one of the URI
operation GetItem {
    input := {
        @required
        @httpLabel
        all: String

        @required
        @httpLabel
        name: String

        @required
        @httpLabel
        rest: String
    }
}
