$version: "2.0"
namespace com.amazonaws.machinelearning

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "Machine Learning")
@sigv4(name: "machinelearning")
@awsJson1_1
service Models { version: "2014-12-12", operations: [GetMLModel, Predict] }

operation Predict {
    input := {
        @required
        PredictEndpoint: String
    }
}

operation GetMLModel {}
