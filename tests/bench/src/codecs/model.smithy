$version: "2.0"

namespace bench

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#restJson1
use aws.protocols#restXml
use smithy.protocols#rpcv2Cbor

/// The catalog of a seed merchant: what the codecs are measured with.
@service(sdkId: "Bench")
@sigv4(name: "bench")
@awsQuery
@restJson1
@restXml
@rpcv2Cbor
@xmlNamespace(uri: "https://example.com/seeds/")
service Bench {
    version: "2025-07-01"
    operations: [
        ReplaceCatalog
    ]
}

@idempotent
@http(method: "PUT", uri: "/catalog")
operation ReplaceCatalog {
    input := {
        @httpPayload
        catalog: Catalog
    }

    output := {
        @httpPayload
        catalog: Catalog
    }
}

structure Catalog {
    @required
    id: String

    title: String

    printed: Timestamp

    labels: Labels

    shelves: Shelves
}

list Shelves {
    @xmlName("Shelf")
    member: Shelf
}

structure Shelf {
    @xmlAttribute
    kind: ShelfKind

    @xmlAttribute
    language: String

    heading: String

    items: Items
}

enum ShelfKind {
    FLOWERS = "flowers"
    HERBS = "herbs"
    VEGETABLES = "vegetables"
}

list Items {
    member: Item
}

structure Item {
    @required
    number: String

    name: String

    description: String

    price: Double

    germination: Float

    packets: Integer

    seeds: Long

    isOrganic: Boolean

    harvested: Timestamp

    @timestampFormat("http-date")
    changed: Timestamp

    @xmlFlattened
    sowingMonths: Months

    bed: Bed

    traits: Labels

    picture: Blob
}

list Months {
    member: Integer
}

structure Bed {
    depth: Double
    distance: Double
    rows: Double
}

map Labels {
    key: String
    value: String
}
