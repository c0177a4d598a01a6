$version: "2.0"

namespace example

structure Order {
    @xmlFlattened
 // ^^^^^^^^^^^^^ warning[XmlFlattenedTrait]: the elements are called `items`: `@xmlName` of `example#Items$member` has no effect
 // = help: @xmlName("item")
    items: Items

    @xmlFlattened
    item: Items

    @xmlFlattened
    @xmlName("thing")
    things: Items
}

list Items {
    @xmlName("item")
    member: String
}
