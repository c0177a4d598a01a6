// Definitions of `smithy.openapi`: names, members, selectors and constraints as the
// specification gives them. No documentation: that is the specification's.
$version: "2.0"

namespace smithy.openapi

@trait(selector: "[trait|trait]", breakingChanges: [{change: "presence"}, {change: "any", path: "/as"}])
structure specificationExtension {
    as: SpecificationExtensionKey
}

@private
@pattern("^x-.+$")
string SpecificationExtensionKey
