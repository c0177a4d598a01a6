// snapshot input: src/operation/create.rs struct CreateInput
$version: "2.0"
namespace example

@http(method: "POST", uri: "/create")
operation Create {
    input := {
        @required name: String
        count: Integer = 3
    }
}
