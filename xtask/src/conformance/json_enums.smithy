$version: "2.0"

// The operation that a case of the extras is about, which its folder lacks: enums as
// members, in lists and in maps.

namespace aws.protocoltests.json

use aws.protocols#awsJson1_1
use aws.protocoltests.shared#FooEnum
use aws.protocoltests.shared#FooEnumList
use aws.protocoltests.shared#FooEnumMap

@awsJson1_1
service JsonProtocol {
    version: "2018-01-01"
    operations: [JsonEnums]
}

operation JsonEnums {
    input := {
        fooEnum1: FooEnum
        fooEnum2: FooEnum
        fooEnum3: FooEnum
        fooEnumList: FooEnumList
        fooEnumMap: FooEnumMap
    }
}
