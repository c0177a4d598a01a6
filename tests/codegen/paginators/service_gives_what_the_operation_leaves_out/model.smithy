// snapshot paginator: src/operation/list_all.rs mod paginator
$version: "2.0"
namespace example

@aws.protocols#restJson1
@paginated(inputToken: "token", outputToken: "next")
service Shop { version: "1", operations: [ListAll] }
@readonly
@paginated
@http(method: "GET", uri: "/pages")
operation ListAll {
    input := { @httpQuery("token") token: String }
    output := { next: String }
}
