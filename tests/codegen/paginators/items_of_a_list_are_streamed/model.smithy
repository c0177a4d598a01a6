// snapshot paginator: src/operation/list_all.rs mod paginator
$version: "2.0"
namespace example

@readonly
@paginated(inputToken: "token", outputToken: "next", items: "items")
@http(method: "GET", uri: "/pages")
operation ListAll {
    input := { @httpQuery("token") token: String }
    output := { items: Names, next: String }
}
list Names { member: String }
