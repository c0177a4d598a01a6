// snapshot types: src/types.rs use
// snapshot input: src/operation/put.rs struct PutInput
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop {
    version: "1"
    operations: [Put]
    rename: { "other#Thing": "OtherThing" }
}
@http(method: "POST", uri: "/put")
operation Put { input := { own: example#Thing, other: other#Thing } }
structure Thing { x: Integer }
