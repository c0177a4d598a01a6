// carries: Holder
// snapshot codec: src/shapes/holder.rs impl Write for Holder, impl Read for Holder
$version: "2.0"
namespace example

@aws.protocols#ec2Query
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Holder {
    names: Names
    matrix: Matrix
}
list Names { @xmlName("item") member: String }
list Numbers { member: Integer }
list Matrix { member: Numbers }
