// carries: Holder
// snapshot codec: src/shapes/holder.rs impl Write for Holder, impl Read for Holder
$version: "2.0"
namespace example

@aws.protocols#restXml
@xmlNamespace(uri: "https://garden.example/")
service Garden { version: "1", operations: [Carry] }

structure Holder {
    numbers: Numbers
    lists: Lists
    @xmlFlattened
    flat: Numbers
}
map Numbers { @xmlName("K") key: String, @xmlName("V") value: Integer }
list Names { member: String }
map Lists { key: Color, value: Names }
enum Color { RED }
