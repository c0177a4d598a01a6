// snapshot fixed: src/operation/list_tables.rs fn endpoint_params
// snapshot members: src/operation/put_item.rs fn endpoint_params
// snapshot selected: src/operation/put_items.rs fn endpoint_params
// snapshot settings: src/config.rs impl Builder
$version: "2.0"
namespace example

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams

@aws.protocols#awsJson1_0
@aws.auth#sigv4(name: "shop")
@clientContextParams(
    Fast: { type: "boolean", documentation: "Whether the answer may be old." }
    Type: { type: "string", documentation: "The type of the shop." }
)
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Table: { type: "string", documentation: "The table." }
        Kind: { type: "string", documentation: "The kind of the table." }
        Old: { type: "boolean", documentation: "Whether it is an old one." }
        Keys: { type: "stringArray", documentation: "Keys of the table." }
        Fast: { type: "boolean", documentation: "Whether the answer may be old." }
        Type: { type: "string", documentation: "The type of the shop." }
    }
    rules: [{ conditions: [], type: "endpoint", endpoint: { url: "https://example.com" } }]
})
service Shop { version: "1", operations: [ListTables, PutItem, PutItems] }

@staticContextParams(Old: { value: true }, Table: { value: "none" }, Keys: { value: ["a", "b"] })
operation ListTables {}

operation PutItem { input := {
    @required @contextParam(name: "Table") table: String
    @contextParam(name: "Kind") kind: Kind
    @contextParam(name: "Old") old: Boolean
} }

@operationContextParams(Keys: { path: "keys(tables)" }, Table: { path: "first.table" })
operation PutItems { input := { tables: Tables, first: Item } }

map Tables { key: String, value: Item }

structure Item { table: String }

enum Kind { WIDE, NARROW }
