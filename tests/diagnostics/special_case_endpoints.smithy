$version: "2.0"

namespace example

use aws.endpoints#standardPartitionalEndpoints
use aws.endpoints#standardRegionalEndpoints

@standardRegionalEndpoints(
    regionSpecialCases: {
        "eu-west-1": [{ endpoint: "https://{service}.{regon}.example.com" }]
        //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger[AwsSpecialCaseEndpoint.UnsupportedEndpointPattern]: endpoint `https://{service}.{regon}.example.com` has `{regon}`, which nothing replaces
        //                        = help: there are `{region}`, `{service}`, `{dnsSuffix}`, `{dualStackDnsSuffix}`
    }
    partitionSpecialCases: {
        "aws": [{ endpoint: "{service}.example.com" }]
        //                  ^^^^^^^^^^^^^^^^^^^^^^^ danger[AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme]: endpoint `{service}.example.com` begins with neither `http://` nor `https://`
        //                  = help: https://{service}.example.com
        //                  ^^^^^^^^^^^^^^^^^^^^^^^ error[AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl]: endpoint `{service}.example.com` is no URL
    }
)
service Shop {}

@standardPartitionalEndpoints(
    endpointPatternType: "service_dnsSuffix"
    partitionEndpointSpecialCases: {
        "aws": [{ region: "us-east-1", endpoint: "https://a shop.example.com" }]
        //                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl]: endpoint `https://a shop.example.com` is no URL
    }
)
service Depot {}
