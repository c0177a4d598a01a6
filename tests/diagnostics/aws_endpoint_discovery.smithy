$version: "2.0"

namespace example

use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery

@clientEndpointDiscovery(operation: DescribeEndpoints)
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[ClientEndpointDiscovery.MissingErrorDefinition]: the trait names no error for endpoints that are no longer valid
//   = help: error: ..
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[ClientEndpointDiscovery.NoOperations]: no operation of the service uses a discovered endpoint
//   = help: @clientDiscoveredEndpoint(required: false)
//                                  ^^^^^^^^^^^^^^^^^ error[ClientEndpointDiscovery.UnboundOperation.DescribeEndpoints]: `example#DescribeEndpoints` discovers endpoints, but is not an operation of the service
service Shop {
    operations: []
}

@clientEndpointDiscovery(operation: FindEndpoints, error: Moved)
service Depot {
    operations: [FindEndpoints, PutParcel]
}

operation DescribeEndpoints {
    input := {
    //    ^^ error[ClientEndpointDiscovery]: the input of `example#DescribeEndpoints`, which discovers endpoints, can only have `Operation` and `Identifiers`, not `Page`
        Operation: Integer
        //         ^^^^^^^ error[ClientEndpointDiscovery]: `Operation` of an operation that discovers endpoints must be a string
        Identifiers: Names
        //           ^^^^^ error[ClientEndpointDiscovery]: `Identifiers` of an operation that discovers endpoints must be a map of strings
        Page: Integer
    }
    output := {
    //     ^^ error[ClientEndpointDiscovery]: the output of an operation that discovers endpoints must have only `Endpoints`, not `Endpoints`, `Next`
        Endpoints: Endpoints
        Next: String
    }
}

operation FindEndpoints {
    input := {}
    output := { Endpoints: String }
    //                     ^^^^^^ error[ClientEndpointDiscovery]: `Endpoints` of an operation that discovers endpoints must be a list
}

@clientDiscoveredEndpoint(required: true)
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[ClientEndpointDiscovery]: the operation lacks the error `example#Moved`, with which `example#Depot` rejects outdated endpoints
//   = help: errors: [example#Moved]
operation PutParcel {}

@clientDiscoveredEndpoint(required: false)
//@1 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[ClientEndpointDiscovery]: no service of the operation has `@clientEndpointDiscovery`
operation PutOrder {}

list Names { member: String }

list Endpoints { member: Endpoint }

structure Endpoint {
//        ^^^^^^^^ error[ClientEndpointDiscovery]: an endpoint must have `Address` and `CachePeriodInMinutes`, not `Address`, `CachePeriodInMinutes`, `Weight`
    Address: Integer
    //       ^^^^^^^ error[ClientEndpointDiscovery]: `Address` of an endpoint must be a string
    CachePeriodInMinutes: Integer
    //                    ^^^^^^^ error[ClientEndpointDiscovery]: `CachePeriodInMinutes` of an endpoint must be a long
    Weight: Integer
}

@error("client")
structure Moved {}
