// snapshot lib with docs: src/lib.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/add/{name}")
operation Add {
    input := {
        @required
        @httpLabel
        name: String
    }
}

@http(method: "POST", uri: "/list")
operation List {
    input := { limit: Integer }
}
