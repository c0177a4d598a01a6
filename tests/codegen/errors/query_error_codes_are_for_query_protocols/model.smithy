// snapshot read: src/operation/take.rs impl TakeError fn read
$version: "2.0"
namespace example

use aws.protocols#awsJson1_0
use aws.protocols#awsQueryError

@awsJson1_0
service Store { operations: [Take] }

operation Take { errors: [SoldOut] }

@error("client")
@awsQueryError(code: "Store.SoldOut", httpResponseCode: 400)
structure SoldOut {}
