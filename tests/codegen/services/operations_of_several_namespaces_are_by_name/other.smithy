$version: "2.0"
namespace another

@http(method: "POST", uri: "/put")
operation Put { input := { thing: Thing } }
structure Thing { x: Integer }
