// snapshot request: src/operation/grow.rs fn serialize
// snapshot error: src/operation/grow.rs impl GrowError fn read
$version: "2.0"
namespace example

@aws.protocols#awsJson1_0
@aws.protocols#awsQueryCompatible
service Garden { version: "1", operations: [Grow] }

operation Grow { errors: [Withered] }
@error("client")
@aws.protocols#awsQueryError(code: "Garden.Withered", httpResponseCode: 410)
structure Withered { message: String }
