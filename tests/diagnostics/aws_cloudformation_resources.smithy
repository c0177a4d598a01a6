$version: "2.0"

namespace example

use aws.cloudformation#cfnAdditionalIdentifier
use aws.cloudformation#cfnMutability
use aws.cloudformation#cfnResource

service Shop {
    resources: [Order]
}

@suppress(["UnstableTrait"])
@cfnResource(additionalSchemas: [Lonely])
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.cloudformation#cfnResource]: trait `aws.cloudformation#cfnResource` is unstable: what it means may change
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[CfnResourceProperty]: property `state` has more than one shape: `example#State`, `smithy.api#String`
//   = help: let them be one shape, or leave a member out: @cfnExcludeProperty
//                               ^^^^^^ error[CfnResourceTrait]: `example#Lonely` is not a part of `example#Shop`, which has the resource
resource Order {
    identifiers: { orderId: String }
    create: PutOrder
    read: GetOrder
}

operation PutOrder {
    input := { state: String }
    output := {}
}

@readonly
operation GetOrder {
    input := for Order {
        @required
        $orderId

        @suppress(["UnstableTrait"])
        @cfnAdditionalIdentifier
     // ^^^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.cloudformation#cfnAdditionalIdentifier]: trait `aws.cloudformation#cfnAdditionalIdentifier` is unstable: what it means may change
        @cfnMutability("write")
     // ^^^^^^^^^^^^^^^^^^^^^^ suppressed[UnstableTrait.aws.cloudformation#cfnMutability]: trait `aws.cloudformation#cfnMutability` is unstable: what it means may change
        //             ^^^^^^^ error[CfnMutabilityTrait]: an additional identifier is read, which `write` does not let it be
        //             = help: @cfnMutability("create-and-read")
        alias: String
    }
    output := { state: State }
}

enum State { OPEN }

structure Lonely { remark: String }
