$version: "2.0"

namespace example.shop

@aws.protocols#restJson1
service Shop { operations: [GetBook] }

@readonly
@http(method: "GET", uri: "/book")
operation GetBook {}
