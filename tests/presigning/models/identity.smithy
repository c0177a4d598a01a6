$version: "2.0"
namespace identity

/// Says who calls.
@aws.api#service(sdkId: "Identity", endpointPrefix: "identity")
@aws.auth#sigv4(name: "identity")
@aws.protocols#awsQuery
@xmlNamespace(uri: "https://identity.example.com/")
service Identity {
    version: "2011-06-15"
    operations: [WhoAmI]
}

operation WhoAmI {
    input := {
        greeting: String
        badges: Badges
    }
    output := { name: String }
}

list Badges {
    member: String
}
