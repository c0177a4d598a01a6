$version: "2.0"
namespace other

@aws.protocols#restJson1
service Shop { version: "1", operations: [Sell] }
@http(method: "POST", uri: "/sell")
operation Sell { input := { thing: Thing, box: Box } }
structure Thing { y: Integer }
structure Box { z: Integer }
