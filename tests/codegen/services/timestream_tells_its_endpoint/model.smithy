// operations: Query
// snapshot operations: src/operation.rs
// snapshot discovery: src/operation/describe_endpoints.rs static DISCOVERY
// snapshot lib with docs: src/lib.rs
// snapshot client with docs: src/client.rs struct Client, impl Client fn with_endpoint_discovery_enabled
$version: "2.0"
namespace example

use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "Timestream Query")
@sigv4(name: "timestream")
@awsJson1_0
@clientEndpointDiscovery(operation: DescribeEndpoints, error: InvalidEndpoint)
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

@clientDiscoveredEndpoint(required: true)
operation Query { errors: [InvalidEndpoint] }

@error("client")
structure InvalidEndpoint {}
