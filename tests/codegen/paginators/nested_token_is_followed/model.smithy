// snapshot next: src/operation/list_all.rs mod paginator fn next, mod paginator fn items
$version: "2.0"
namespace example

@readonly
@paginated(inputToken: "token", outputToken: "page.next", items: "page.items")
@http(method: "GET", uri: "/pages")
operation ListAll {
    input := { @httpQuery("token") token: String }
    output := { page: Page }
}
list Names { member: String }
structure Page { items: Names, next: String }
