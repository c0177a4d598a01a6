// snapshot params: src/operation/predict.rs fn endpoint_params
// snapshot operation: src/operation/predict.rs static OPERATION
$version: "2.0"
namespace example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "Machine Learning")
@sigv4(name: "machinelearning")
@awsJson1_1
service Models { version: "2014-12-12", operations: [Predict] }

operation Predict {
    input := {
        @required
        PredictEndpoint: String
    }
}
