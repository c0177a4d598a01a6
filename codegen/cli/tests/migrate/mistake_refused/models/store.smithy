$version: "2.0"

namespace example.store

@aws.api#service(sdkId: "Store")
@aws.auth#sigv4(name: "store")
@httpDigestAuth
@auth([aws.auth#sigv4])
@aws.protocols#awsJson1_0
service Store { version: "2024-05-01", operations: [GetItem, DeleteItem] }

operation GetItem {}

@auth([httpDigestAuth])
operation DeleteItem {}
