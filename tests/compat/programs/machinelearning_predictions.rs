//! A prediction at an endpoint of its own, and numbers that are floats.

use aws_sdk_machinelearning::operation::predict::PredictError;
use aws_sdk_machinelearning::types::{BatchPredictionFilterVariable, SortOrder};
use aws_sdk_machinelearning::Client;
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use compat_support::{say, say_error, say_header, shared_config, show, Outcome};

fn answer(status: u16, body: &'static str) -> Result<ReplayEvent, http::Error> {
    let request = http::Request::builder().uri("https://a/").body(SdkBody::empty())?;
    Ok(ReplayEvent::new(request, http::Response::builder().status(status).body(SdkBody::from(body))?))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let http_client = StaticReplayClient::new(vec![
        answer(
            200,
            r#"{"Prediction":{"predictedLabel":"1","predictedValue":0.1,"predictedScores":{"a":1e-7},
                "details":{"Algorithm":"SGD"}}}"#,
        )?,
        answer(200, r#"{"Prediction":{"predictedValue":"NaN"}}"#)?,
        answer(400, r#"{"__type":"PredictorNotMountedException","message":"m"}"#)?,
        answer(400, r#"{"__type":"InvalidInputException","message":"m","code":7}"#)?,
        answer(200, r#"{"Results":[{"BatchPredictionId":"b","CreatedAt":1.7672256E9,"TotalRecordCount":12}]}"#)?,
    ]);
    let client = Client::new(&shared_config().http_client(http_client.clone()).build());
    for name in ["first", "not a number", "not mounted", "invalid"] {
        let call = client.predict().ml_model_id("m").record("x", "1").predict_endpoint("https://realtime.example.com");
        match call.send().await {
            Ok(output) => show(name, output.prediction()),
            Err(error) => {
                say_error(name, &error);
                match error.into_service_error() {
                    PredictError::PredictorNotMountedException(error) => show("not mounted", error),
                    PredictError::InvalidInputException(error) => show("invalid", error.code()),
                    error => say("other", error),
                }
            }
        }
    }
    let call = client.describe_batch_predictions().filter_variable(BatchPredictionFilterVariable::Name);
    let items = call.prefix("p").sort_order(SortOrder::Asc).into_paginator().items().send();
    match items.try_collect().await {
        Ok::<Vec<_>, _>(items) => show("predictions", items),
        Err(error) => say_error("predictions", &error),
    }
    for request in http_client.actual_requests() {
        say("request", request.uri());
        say_header("request", request, "x-amz-target");
        say("request, body", String::from_utf8_lossy(request.body().bytes().unwrap_or_default()));
    }
    Ok(())
}
