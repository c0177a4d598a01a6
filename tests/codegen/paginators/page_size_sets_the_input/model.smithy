// snapshot paginator: src/operation/list_all.rs mod paginator impl ListAllPaginator fn page_size
$version: "2.0"
namespace example

@readonly
@paginated(inputToken: "token", outputToken: "next", items: "items", pageSize: "max")
@http(method: "GET", uri: "/pages")
operation ListAll {
    input := { @httpQuery("token") token: String, @httpQuery("max") max: Integer }
    output := { items: Names, next: String }
}
list Names { member: String }
