$version: "2.0"

namespace example

use aws.api#arn
use aws.api#service
use aws.iam#actionName
use aws.iam#conditionKeyValue
use aws.iam#conditionKeys
use aws.iam#defineConditionKeys
use aws.iam#iamAction
use aws.iam#iamResource
use aws.iam#serviceResolvedConditionKeys

@service(sdkId: "Shop", arnNamespace: "shop")
@defineConditionKeys(
    "shop:Owner": { type: "String", required: true }
    //                                        ^^^^ error[DefineConditionKeysTrait]: condition key `shop:Owner` comes from requests, so it is not `required` here
    //                                        = help: @serviceResolvedConditionKeys(["shop:Owner"])
    "Tenant": { type: "String" }
)
@serviceResolvedConditionKeys(["shop:Tenant", "shop:Plan"])
//                                            ^^^^^^^^^^^ error[ConditionKeys]: condition key `shop:Plan` is not defined
//                                            = help: @defineConditionKeys("shop:Plan": { type: "String" })
service Shop {
    operations: [PutOrder]
    resources: [Order, Parcel]
}

@actionName("Put")
//@1 ^^^^^^^^^^^^^^^^^ warning[DeprecatedTrait.aws.iam#actionName]: trait `aws.iam#actionName` is deprecated since 2023-11-10: `@iamAction` has `name`
//          ^^^^^ error[IamAction.ConflictingProperty.name]: `aws.iam#actionName` is the older form of `name` of `@iamAction`, which is also set
@iamAction(
    name: "PutOrder"
    resources: {
        required: { "order": {} }
        optional: { "order": {} }
        //                   ^^ danger[IamAction.Resources.DuplicateEntries]: `order` is both required and optional
    }
)
@conditionKeys(["shop:Ownr", "aws:SourceIp", "shop:OrderOrderId"])
//              ^^^^^^^^^^^ error[ConditionKeys]: condition key `shop:Ownr` is not defined
//              = help: did you mean `shop:Owner`?
//                                           ^^^^^^^^^^^^^^^^^^^ error[ConditionKeys]: condition key `shop:OrderOrderId` is not defined
//                                           = help: did you mean `shop:parcelOrderId`?
operation PutOrder {
    input := {
        @conditionKeyValue("shop:Owner")
        owner: String

        @conditionKeyValue("shop:Owner")
        //                 ^^^^^^^^^^^^ error[ConditionKeyValueTrait]: condition key `shop:Owner` gets its value from `owner`, `payer`, but can get it from only one
        payer: String

        @conditionKeyValue("shop:Tenant")
        //                 ^^^^^^^^^^^^^ error[ConditionKeys]: condition key `shop:Tenant` gets its value from this member and from the service
        tenant: String

        @conditionKeyValue("shop:Region")
        //                 ^^^^^^^^^^^^^ error[ConditionKeys]: condition key `shop:Region` is not defined
        //                 = help: @defineConditionKeys("shop:Region": { type: "String" })
        region: String
    }
}

@iamResource(name: "parcel")
//                 ^^^^^^^^ danger[IamResourceTrait]: the resource is called `parcel` in policies, but that is not a part of its ARN `order/{orderId}`
@arn(template: "order/{orderId}")
resource Order {
    identifiers: { orderId: String }
}

@iamResource(name: "parcel")
//                 ^^^^^^^^ error[IamResourceTraitConflictingName]: `parcel` is the name of `example#Order`, `example#Parcel` in policies
@arn(template: "parcel/{parcelId}")
resource Parcel {
    identifiers: { parcelId: String }
}
