$version: "2.0"

namespace example.store

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1
use smithy.waiters#waitable

@service(sdkId: "Store")
@sigv4(name: "store")
@restJson1
service Store {
    version: "2024-05-01"
    operations: [GetItem, ListItems, Query, PutItem, ReadItem, RestoreItem, DeleteItem]
}

@waitable(ItemExists: { acceptors: [{ state: "success", matcher: { success: true } }] })
@readonly
@http(method: "GET", uri: "/items/{id}")
operation GetItem {
    input := { @required @httpLabel id: String }
    output := { item: Item }
    errors: [NoSuchItem]
}

structure Item { name: String, kind: Kind }

enum Kind { SMALL, LARGE }

@error("client")
@httpError(404)
structure NoSuchItem { message: String }

@readonly
@paginated(inputToken: "next", outputToken: "next", items: "items")
@http(method: "GET", uri: "/items")
operation ListItems {
    input := { @httpQuery("next") next: String }
    output := { items: Items, next: String }
}

list Items { member: Item }

/// One word, as many names of variables are.
@http(method: "POST", uri: "/query")
operation Query {
    input := { text: String }
    output := { items: Items }
}

@idempotent
@http(method: "PUT", uri: "/items/{id}")
operation PutItem {
    input := { @required @httpLabel id: String, @idempotencyToken token: String }
}

@readonly
@http(method: "GET", uri: "/items/{id}/content")
operation ReadItem {
    input := { @required @httpLabel id: String }
    output := { @required @httpPayload content: Content }
}

@streaming
blob Content

@http(method: "POST", uri: "/items/{id}/restore")
operation RestoreItem {
    input := { @required @httpLabel id: String, request: RestoreRequest }
}

structure RestoreRequest { days: Integer, tier: Tier }

enum Tier { BULK, QUICK }

@idempotent
@http(method: "DELETE", uri: "/items/{id}")
operation DeleteItem {
    input := { @required @httpLabel id: String }
    errors: [ItemInUse]
}

@error("client")
@httpError(409)
structure ItemInUse { message: String, request: RestoreRequest, item: Item }
