// Definitions of `aws.cloudformation`: names, members, selectors and constraints as the
// specification gives them. No documentation: that is the specification's.
$version: "2.0"

namespace aws.cloudformation

@trait(selector: "structure > :test(member > string)", conflicts: [cfnExcludeProperty])
structure cfnAdditionalIdentifier {}

@trait(selector: "structure > member")
string cfnName

@trait(selector: "structure > member", conflicts: [cfnAdditionalIdentifier, cfnMutability, cfnDefaultValue])
structure cfnExcludeProperty {}

@trait(selector: "resource > operation -[input, output]-> structure > member", conflicts: [cfnExcludeProperty])
structure cfnDefaultValue {}

@trait(selector: "structure > member", conflicts: [cfnExcludeProperty])
enum cfnMutability {
    FULL = "full"
    CREATE_AND_READ = "create-and-read"
    CREATE = "create"
    READ = "read"
    WRITE = "write"
}

@trait(selector: "resource")
structure cfnResource {
    name: String
    additionalSchemas: StructureIdList
    @deprecated
    primaryIdentifier: String
}

@private
list StructureIdList {
    @idRef(failWhenMissing: true, selector: "structure")
    member: String
}
