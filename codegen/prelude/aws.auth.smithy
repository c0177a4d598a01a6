// Definitions of `aws.auth`: names, members, selectors and constraints as the
// specification gives them. No documentation: that is the specification's.
$version: "2.0"

namespace aws.auth

@tags(["internal"])
@authDefinition
@internal
@trait(selector: "service")
structure cognitoUserPools {
    @required
    providerArns: StringList
}

@tags(["internal"])
@internal
@length(min: 1)
@trait(selector: "service[trait|aws.auth#cognitoUserPools] ~> operation")
list cognitoUserPoolsScopes {
    member: String
}

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service", breakingChanges: [{change: "remove"}])
structure sigv4 {
    @length(min: 1)
    @required
    name: String
}

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service[trait|aws.auth#sigv4]", breakingChanges: [{change: "remove"}])
structure sigv4a {
    @length(min: 1)
    @required
    name: String
}

@trait(selector: "operation")
structure unsignedPayload {}

@private
list StringList {
    member: String
}
