// snapshot write: src/shapes/choice.rs impl Write for Choice
$version: "2.0"
namespace example

@aws.protocols#awsQuery
@xmlNamespace(uri: "https://shop.example/")
service Shop { version: "1", operations: [Put] }
operation Put { input := { w: Box, input: String, request: String }, output := { r: Box, b: String, response: String }, errors: [Rejected] }
structure Box { w: String, v: Integer, r: Boxes, b: Choice, key: String, value: Boolean, types: Times }
union Choice { w: Integer, v: Boxes, r: Box, key: Times }
list Boxes { member: Box }
map Times { key: String, value: Timestamp }
@error("client")
structure Rejected { b: String, r: Box, error: Integer }
