// snapshot setters with docs: src/operation/find.rs mod builders impl FindFluentBuilder fn name, mod builders impl FindFluentBuilder fn set_name, mod builders impl FindFluentBuilder fn limit, mod builders impl FindFluentBuilder fn order
// snapshot errors with docs: src/operation/find.rs enum FindError
// snapshot method with docs: src/operation/find.rs impl Client
$version: "2.0"
namespace example

use aws.protocols#restJson1

@restJson1
service Fixture { version: "1", operations: [Find] }

/// Finds things. It takes its time.
@http(method: "POST", uri: "/find/{name}")
operation Find {
    input := {
        @documentation("<p>The <code>name</code> of the thing, e.g. <i>spoon</i>. It is unique.</p><p>More.</p>")
        @required
        @httpLabel
        name: String

        /// How many things are found at most
        limit: Integer

        order: Order
    }
    output := {
        /// The things. There may be none.
        things: Things
    }
    errors: [Gone, Lost]
}

list Things { member: String }

enum Order {
    RISING
    FALLING = "falling"
}

/// The thing was there, and is not any more. Ask for another.
@error("client")
structure Gone {}

@error("client")
structure Lost {}
