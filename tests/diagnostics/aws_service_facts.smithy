$version: "2.0"

namespace example

use aws.api#arn
use aws.api#service
use aws.auth#sigv4
use aws.auth#sigv4a

@service(
    sdkId: "Amazon Shop-Service"
    //     ^^^^^^^^^^^^^^^^^^^^^ danger[SdkServiceId]: `Amazon Shop-Service` is no `sdkId`: it is words of letters and digits with one space between; it does not contain `Amazon`; it does not end in `service`
    arnNamespace: "shop"
    cloudTrailEventSource: "shops.amazonaws.com"
    //                     ^^^^^^^^^^^^^^^^^^^^^ warning[EventSource]: the event source is `shops.amazonaws.com`, and the ARN namespace says `shop.amazonaws.com`
    //                     = help: cloudTrailEventSource: "shop.amazonaws.com"
    cloudWatchNamespace: "shop"
    //                   ^^^^^^ danger[CloudWatchNamespace]: `shop` is no usual namespace of metrics: it begins with `AWS/`, and `shop` is no name in pascal case
)
@sigv4(name: "store")
//           ^^^^^^^ warning[SigV4Traits]: `arnNamespace` of `@aws.api#service` is "shop" and `name` of `@aws.auth#sigv4` is "store"; they should be the same
@sigv4a(name: "storage")
//            ^^^^^^^^^ warning[SigV4Traits]: `arnNamespace` of `@aws.api#service` is "shop" and `name` of `@aws.auth#sigv4a` is "storage"; they should be the same
//            ^^^^^^^^^ warning[SigV4Traits]: `name` of `@aws.auth#sigv4` is "store" and `name` of `@aws.auth#sigv4a` is "storage"; they should be the same
service Shop {
//      ^^^^ warning[ServiceAuthDefinitions]: service `example#Shop` does not say which of its authentication schemes comes first: `aws.auth#sigv4`, `aws.auth#sigv4a`
//      = help: @auth([aws.auth#sigv4, aws.auth#sigv4a])
    resources: [Order, Parcel, Invoice]
}

@service(sdkId: "Depot", cloudTrailEventSource: "REPLACE_ME", cloudWatchNamespace: "AWS/depot")
//                                              ^^^^^^^^^^^^ warning[EventSource]: `REPLACE_ME` looks like a placeholder
//                                              = help: cloudTrailEventSource: "depot.amazonaws.com"
//                                                                                 ^^^^^^^^^^^ danger[CloudWatchNamespace]: `AWS/depot` is no usual namespace of metrics: `depot` is no name in pascal case
service Depot {}

@arn(template: "order/{orderid}")
//             ^^^^^^^^^^^^^^^^^ error[ArnTemplate]: the template has no `orderId`, which identifies the resource
//             = help: write {orderId} into it
//             ^^^^^^^^^^^^^^^^^ error[ArnTemplate]: `orderid` is no identifier of the resource
//             = help: did you mean `orderId`?
resource Order {
    identifiers: { orderId: String }
}

@arn(template: "parcel/{1id}", resourceDelimiter: ":")
//             ^^^^^^^^^^^^^^ error[ArnTemplate]: `1id` is no label: letters, digits and `_`, and no digit first
//                                                ^^^ error[ArnTrait]: `resourceDelimiter` is for absolute ARNs
//                                                = help: absolute: true
resource Parcel {
    identifiers: { parcelId: String }
}

@arn(template: "arn:aws:shop:::invoice:{invoiceId}", absolute: true, resourceDelimiter: ":")
resource Invoice {
    identifiers: { invoiceId: String }
}

@arn(template: "/pallet/{palletId}")
//             ^^^^^^^^^^^^^^^^^^^^ error[Model]: the template of an ARN does not begin with `/`
//             = help: template: "pallet/{palletId}"
resource Pallet {
    identifiers: { palletId: String }
}
