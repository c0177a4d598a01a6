// snapshot input: src/operation/put.rs struct PutInput
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Put] }
@http(method: "POST", uri: "/put")
operation Put { input := { name: Name, otherName: other#Name, names: Names, otherNames: other#Names } }
string Name
list Names { member: Name }
