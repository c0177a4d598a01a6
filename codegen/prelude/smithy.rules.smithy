// Definitions of `smithy.rules`: names, members, selectors and constraints as the
// specification gives them. No documentation: that is the specification's.
$version: "2.0"

namespace smithy.rules

@trait(selector: "service")
document endpointRuleSet

@trait(selector: "service")
structure endpointBdd {
    @required
    version: String
    @required
    parameters: Parameters
    @required
    conditions: Conditions
    @required
    results: Results
    @required
    @range(min: -1)
    root: Integer
    @required
    @range(min: 0)
    nodeCount: Integer
    @required
    nodes: String
}

@private
map Parameters {
    key: String
    value: Parameter
}

@private
structure Parameter {
    @required
    type: ParameterType
    deprecated: Boolean
    documentation: String
    default: Document
    builtIn: String
    required: Boolean
}

enum ParameterType {
    STRING = "string"
    BOOLEAN = "boolean"
    STRING_ARRAY = "stringArray"
}

@private
list Conditions {
    member: Condition
}

@private
structure Condition {
    @required
    fn: String
    @required
    argv: DocumentList
    assign: String
}

@private
list DocumentList {
    member: Document
}

@private
list Results {
    member: Result
}

@private
structure Result {
    @required
    type: ResultType
    documentation: String
    error: Document
    endpoint: EndpointObject
    conditions: Conditions
}

@private
enum ResultType {
    ENDPOINT = "endpoint"
    ERROR = "error"
}

@private
structure EndpointObject {
    @required
    url: Document
    properties: EndpointProperties
    headers: EndpointObjectHeaders
}

@private
map EndpointProperties {
    key: String
    value: Document
}

@private
map EndpointObjectHeaders {
    key: String
    value: DocumentList
}

@trait(selector: "service :is([trait|smithy.rules#endpointRuleSet], [trait|smithy.rules#endpointBdd])")
structure endpointTests {
    @required
    version: String
    testCases: EndpointTestList
}

@trait(selector: "operation -[input]-> structure > member")
structure contextParam {
    @required
    name: String
}

@trait(selector: "operation")
map staticContextParams {
    key: String
    value: StaticContextParamDefinition
}

@trait(selector: "operation")
map operationContextParams {
    key: String
    value: OperationContextParamDefinition
}

@trait(selector: "service")
map clientContextParams {
    key: String
    value: ClientContextParamDefinition
}

@private
structure StaticContextParamDefinition {
    @required
    value: Document
}

@private
structure OperationContextParamDefinition {
    @required
    path: String
}

@private
structure ClientContextParamDefinition {
    @required
    type: ShapeType
    documentation: String
}

@private
enum ShapeType {
    STRING = "string"
    BOOLEAN = "boolean"
}

@private
list EndpointTestList {
    member: EndpointTest
}

@private
structure EndpointTest {
    documentation: String
    params: Document
    operationInputs: OperationInputs
    @required
    expect: EndpointTestExpectation
}

@private
list OperationInputs {
    member: OperationInput
}

@private
structure OperationInput {
    @required
    operationName: String
    operationParams: Document
    builtInParams: Document
    clientParams: Document
}

@private
union EndpointTestExpectation {
    error: String
    endpoint: EndpointExpectation
}

@private
structure EndpointExpectation {
    url: String
    headers: EndpointHeaders
    properties: Properties
}

@private
map EndpointHeaders {
    key: String
    value: EndpointHeaderValue
}

@private
list EndpointHeaderValue {
    member: String
}

@private
map Properties {
    key: String
    value: Document
}
