// carries: Holder
// snapshot write: src/shapes/holder.rs impl Write for Holder
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Holder {
    lists: Lists
    @xmlFlattened
    flat: Numbers
}
map Numbers { @xmlName("K") key: String, value: Integer }
list Names { member: String }
map Lists { key: String, value: Names }
