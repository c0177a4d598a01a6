$version: "2.0"

namespace example

service Shop {
    version: "1"
    operation: [Buy]
 // ^^^^^^^^^ warning[Model]: unknown properties `operation`, `error` of a service
 // = help: did you mean `operations`?
    error: []
}

operation Buy {}

resource Order {
    identifiers: { id: "smithy.api#String" }
    get: Buy
 // ^^^ warning[Model]: unknown property `get` of a resource
 // = help: its properties are `identifiers`, `properties`, `create`, `put`, `read`, `update`, `delete`, `list`, `operations`, `collectionOperations`, `resources`
    operations: Buy
    //          ^^^ error[Model]: expected a list of shape ids, found a string
}

@http(metod: "GET", uri: "/")
@readonly
@externalDocumentation("Home": "https://example.com")
operation Get {
    "input": Buy
 // ^^^^^^^ error[Model]: expected `input`, `output` or `errors`, found a string
 // = help: names have no quotes
}

@deprecated(because: "old")
string Name
