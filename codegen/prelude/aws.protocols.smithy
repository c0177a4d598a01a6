// Definitions of `aws.protocols`: names, members, selectors and constraints as the
// specification gives them. No documentation: that is the specification's.
$version: "2.0"

namespace aws.protocols

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
@trait(selector: "service")
structure awsJson1_0 with [HttpConfiguration] {
    http: StringList
    eventStreamHttp: StringList
}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
@trait(selector: "service")
structure awsJson1_1 with [HttpConfiguration] {
    http: StringList
    eventStreamHttp: StringList
}

@private
@mixin(localTraits: ["smithy.api#private"])
structure HttpConfiguration {
    http: StringList
    eventStreamHttp: StringList
}

@deprecated
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, awsQueryError, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "`awsQuery` has no documents"})
structure awsQuery {}

@trait(selector: "structure [trait|error]", breakingChanges: [{change: "any"}])
structure awsQueryError {
    @required
    code: String
    @required
    httpResponseCode: Integer
}

@trait(selector: "service :test([trait|aws.protocols#awsJson1_0], [trait|smithy.protocols#rpcv2Cbor], [trait|smithy.protocols#rpcv2Json])")
structure awsQueryCompatible {}

@deprecated
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, ec2QueryName, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "`ec2Query` has no documents"})
structure ec2Query {}

@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
@trait(selector: "structure > member")
string ec2QueryName

@unstable
@trait(
    selector: "operation"
    breakingChanges: [
        {change: "remove", severity: "DANGER"}
        {change: "remove", path: "/requestAlgorithmMember", severity: "DANGER"}
        {change: "remove", path: "/requestValidationModeMember", severity: "DANGER"}
        {change: "remove", path: "/responseAlgorithms/member", severity: "DANGER"}
    ]
)
structure httpChecksum {
    requestAlgorithmMember: String
    requestChecksumRequired: Boolean
    requestValidationModeMember: String
    responseAlgorithms: ChecksumAlgorithmSet
}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, http, httpError, httpHeader, httpLabel, httpPayload, httpPrefixHeaders, httpQuery, httpQueryParams, httpResponseCode, httpChecksum, httpChecksumRequired, jsonName])
@trait(selector: "service")
structure restJson1 with [HttpConfiguration] {
    http: StringList
    eventStreamHttp: StringList
}

@deprecated
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, http, httpError, httpHeader, httpLabel, httpPayload, httpPrefixHeaders, httpQuery, httpQueryParams, httpResponseCode, httpChecksum, httpChecksumRequired, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "`restXml` has no documents"})
@trait(selector: "service")
structure restXml with [HttpConfiguration] {
    http: StringList
    eventStreamHttp: StringList
    @deprecated
    noErrorWrapping: Boolean
}

@private
list StringList {
    member: String
}

@length(min: 1)
@private
@uniqueItems
list ChecksumAlgorithmSet {
    member: ChecksumAlgorithm
}

@private
enum ChecksumAlgorithm {
    CRC32
    CRC32C
    CRC64NVME
    MD5
    SHA1
    SHA256
    SHA512
    XXHASH64
    XXHASH3
    XXHASH128
}
