// carries: Holder
// snapshot write: src/shapes/holder.rs impl Write for Holder
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Holder {
    names: Names
    matrix: Matrix
    @xmlFlattened
    flat: Names
}
list Names { @xmlName("item") member: String }
list Numbers { member: Integer }
list Matrix { member: Numbers }
