$version: "2.0"

namespace example

resource Shop {
    identifiers: { shopId: String, regionId: Region }
    resources: [Order, Item]
}

string Region

resource Order {
//       ^^^^^ error[ResourceIdentifier]: `example#Order` is bound to `example#Shop`, but lacks its identifiers `shopId`
//       = help: identifiers: { shopId: String }
//       ^^^^^ error[ResourceIdentifier]: `orderId` is an identifier of `example#Order` and cannot be its property `orderID`
    identifiers: { regionId: String, orderId: String }
    //                       ^^^^^^ error[ResourceIdentifier]: the identifiers of `example#Order` are those of `example#Shop`: `regionId` is `example#Region`, not `smithy.api#String`
    properties: { orderID: String }
    read: GetOrder
}

@readonly
operation GetOrder {
//        ^^^^^^^^ error[ResourceIdentifierBinding]: `example#GetOrder` belongs to `example#Order`, which is bound to `example#Shop`, but does not bind its identifiers `shopId`
//        = help: @required shopId: String
    input := {
        @required
        regionId: String

        @required
        orderId: String
     // ^^^^^^^ error[ShapeIdConflict]: `example#GetOrderInput$orderId` differs only in case from `example#GetOrderInput$orderID`
     // = help: rename one of them, or use one in place of the others

        @required
        orderID: String
     // ^^^^^^^ error[ShapeIdConflict]: `example#GetOrderInput$orderID` differs only in case from `example#GetOrderInput$orderId`
     // = help: rename one of them, or use one in place of the others
    }
}

resource Item {
    identifiers: { shopId: String, regionId: Region, itemId: String }
    read: GetItem
    create: CreateItem
    collectionOperations: [ListItemNames]
}

@readonly
operation GetItem {
//        ^^^^^^^ error[ResourceIdentifierBinding]: the input of `example#GetItem` does not bind these identifiers of `example#Item`: `itemId`
//        = help: @required itemId: String
    input := {
        @required
        shopId: String

        @required
        regionId: Region

        itemId: String
    }
}

operation CreateItem {
//        ^^^^^^^^^^ error[ResourceIdentifierBinding]: operation `example#CreateItem` is for the collection of `example#Item`, but binds all identifiers of one instance
//        = help: bind it in `operations`, or leave out an identifier
    input := {
        @required
        shopId: String

        @required
        regionId: Region

        @required
        itemId: String
    }
}

operation ListItemNames {
    input := {
        @required
        @resourceIdentifier("shopId")
        shop: String

        @required
        @resourceIdentifier("shopId")
        //                  ^^^^^^^^ error[ResourceIdentifierBinding]: members of `example#ListItemNamesInput` bind the same identifier `shopId`: `shop`, `store`
        store: String

        @required
        @resourceIdentifier("regionId")
        //                  ^^^^^^^^^^ warning[ResourceIdentifierBinding]: the identifier `regionId` is not the member `regionId`, but `area`
        area: Region

        regionId: Region
    }
}

// One that there is only once.
resource Settings {
    create: CreateSettings
}

operation CreateSettings {}
