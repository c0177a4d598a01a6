$version: "2.0"

namespace example

use aws.api#arn
use aws.api#service
use aws.auth#sigv4
use aws.auth#sigv4a

@service(
    sdkId: "Amazon Shop-Service"
    //     ^^^^^^^^^^^^^^^^^^^^^ danger[SdkServiceId]: `Amazon Shop-Service` is not a valid `sdkId`: it must be words of letters and digits, separated by one space; it must not contain `Amazon`; it must not end in `service`
    arnNamespace: "shop"
    cloudTrailEventSource: "shops.amazonaws.com"
    //                     ^^^^^^^^^^^^^^^^^^^^^ warning[EventSource]: the event source is `shops.amazonaws.com`, but the ARN namespace implies `shop.amazonaws.com`
    //                     = help: cloudTrailEventSource: "shop.amazonaws.com"
    cloudWatchNamespace: "shop"
    //                   ^^^^^^ danger[CloudWatchNamespace]: `shop` is not a usual namespace of metrics: it begins with `AWS/`, and `shop` is not in PascalCase
)
@sigv4(name: "store")
//           ^^^^^^^ warning[SigV4Traits]: `arnNamespace` of `@aws.api#service` is "shop" and `name` of `@aws.auth#sigv4` is "store"; they should be the same
@sigv4a(name: "storage")
//            ^^^^^^^^^ warning[SigV4Traits]: `arnNamespace` of `@aws.api#service` is "shop" and `name` of `@aws.auth#sigv4a` is "storage"; they should be the same
//            ^^^^^^^^^ warning[SigV4Traits]: `name` of `@aws.auth#sigv4` is "store" and `name` of `@aws.auth#sigv4a` is "storage"; they should be the same
service Shop {
//      ^^^^ warning[ServiceAuthDefinitions]: service `example#Shop` does not define which of its authentication schemes is preferred: `aws.auth#sigv4`, `aws.auth#sigv4a`
//      = help: @auth([aws.auth#sigv4, aws.auth#sigv4a])
    resources: [Order, Parcel, Invoice]
}

@service(sdkId: "Depot", cloudTrailEventSource: "REPLACE_ME", cloudWatchNamespace: "AWS/depot")
//                                              ^^^^^^^^^^^^ warning[EventSource]: `REPLACE_ME` looks like a placeholder
//                                              = help: cloudTrailEventSource: "depot.amazonaws.com"
//                                                                                 ^^^^^^^^^^^ danger[CloudWatchNamespace]: `AWS/depot` is not a usual namespace of metrics: `depot` is not in PascalCase
service Depot {}

@arn(template: "order/{orderid}")
//             ^^^^^^^^^^^^^^^^^ error[ArnTemplate]: the template has no `orderId`, which identifies the resource
//             = help: add {orderId} to the template
//             ^^^^^^^^^^^^^^^^^ error[ArnTemplate]: the resource does not have the identifier `orderid`
//             = help: did you mean `orderId`?
resource Order {
    identifiers: { orderId: String }
}

@arn(template: "parcel/{1id}", resourceDelimiter: ":")
//             ^^^^^^^^^^^^^^ error[ArnTemplate]: `1id` cannot be a label: a label consists of letters, digits and `_`, and does not begin with a digit
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
