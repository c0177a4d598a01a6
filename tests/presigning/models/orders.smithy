$version: "2.0"
namespace orders

/// Is behind a gateway of AWS, which checks signatures.
@aws.auth#sigv4(name: "execute-api")
@aws.protocols#restJson1
service Orders {
    version: "1"
    operations: [GetOrder]
}

@readonly
@http(method: "GET", uri: "/orders/{id}")
operation GetOrder {
    input := {
        @required @httpLabel id: String
        @httpQuery("part") part: String
        @httpHeader("x-language") language: String
    }
    output := { total: Integer }
}
