$version: "2.0"

namespace example

use aws.api#arn
use aws.api#tagEnabled
use aws.api#taggable

@suppress(["UnstableTrait"])
@tagEnabled
//@1 ^^^^^^^^^^^ suppressed[UnstableTrait.aws.api#tagEnabled]: trait `aws.api#tagEnabled` is unstable: what it means may change
//@1 ^^^^^^^^^^^ warning[ServiceTagging]: a service that tags its resources should have an operation `UntagResource`
//@1 ^^^^^^^^^^^ warning[ServiceTagging]: a service that tags its resources should have an operation `ListTagsForResource`
//@1 ^^^^^^^^^^^ error[TagEnabledService]: no resource of the service is `@taggable`
//@1 ^^^^^^^^^^^ warning[TagEnabledService]: the service lacks a usual `TagResource`, `UntagResource` or `ListTagsForResource`
//   = help: disableDefaultOperations: true
service Empty {
    operations: [TagResource, ListTags]
}

operation TagResource {
    input := { resourceArn: String, tags: Tags }
    output := {}
}

operation ListTags {}

operation UntagResource {
    input := { resourceArn: String, tagKeys: Keys }
    output := {}
}

operation ListTagsForResource {
    input := { resourceArn: String }
    output := { tags: Tags }
}

@suppress(["UnstableTrait"])
@tagEnabled
//@1 ^^^^^^^^^^^ suppressed[UnstableTrait.aws.api#tagEnabled]: trait `aws.api#tagEnabled` is unstable: what it means may change
service Shop {
    operations: [TagResource, UntagResource, ListTagsForResource]
    resources: [Order, Parcel, Invoice]
}

service Depot {
//      ^^^^^ warning[TaggableResource]: the service has resources with tags and is not `@tagEnabled`
//      = help: @tagEnabled
    resources: [Pallet]
}

@suppress(["UnstableTrait"])
@taggable(property: "labels")
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.api#taggable]: trait `aws.api#taggable` is unstable: what it means may change
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[TaggableResource]: the service tags the resource by its ARN, which it does not have
//   = help: @arn(template: "..")
//                  ^^^^^^^^ warning[TagResourcePropertyName]: the property of tags is usually called `tags`, not `labels`
resource Order {
    identifiers: { orderId: String }
    //                      ^^^^^^ error[TagResourcePropertyType]: `smithy.api#String` cannot contain tags: it is neither a list of pairs of strings nor a map of strings
    properties: { labels: String }
    update: UpdateOrder
}

operation UpdateOrder {
//        ^^^^^^^^^^^ danger[TaggableResource]: an update should not change tags, which require a separate permission
    input := for Order {
        @required
        $orderId
        $labels
    }
    output := {}
}

@arn(template: "parcel/{parcelId}")
resource Parcel {
//       ^^^^^^ warning[TaggableResource]: the resource has an ARN and the service tags by ARN, so it is probably `@taggable`
//       = help: @taggable
    identifiers: { parcelId: String }
}

@suppress(["UnstableTrait"])
@arn(template: "invoice/{invoiceId}")
@taggable
//@1 ^^^^^^^^^ suppressed[UnstableTrait.aws.api#taggable]: trait `aws.api#taggable` is unstable: what it means may change
resource Invoice {
    identifiers: { invoiceId: String }
}

@suppress(["UnstableTrait"])
@taggable
//@1 ^^^^^^^^^ suppressed[UnstableTrait.aws.api#taggable]: trait `aws.api#taggable` is unstable: what it means may change
//@1 ^^^^^^^^^ danger[TaggableResource]: nothing tags the resource: neither operations of `example#Depot` nor its own
resource Pallet {
    identifiers: { palletId: String }
}

list Keys { member: String }

list Tags { member: Tag }

structure Tag { key: String, value: String }
