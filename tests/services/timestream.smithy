$version: "2.0"
namespace com.amazonaws.timestreamquery

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "Timestream Query")
@sigv4(name: "timestream")
@awsJson1_0
service Times { version: "2018-11-01", operations: [DescribeEndpoints, Query] }

operation DescribeEndpoints {
    input := {}
    output := {
        @required
        Endpoints: Endpoints
    }
}

list Endpoints { member: Endpoint }

structure Endpoint {
    @required
    Address: String

    @required
    CachePeriodInMinutes: Minutes = 0
}

@default(0)
long Minutes

operation Query {}
