//! A model that is invoked with bytes, asked for bytes, and whose failures are of many kinds.

use std::time::Duration;

use aws_sdk_bedrockruntime::config::timeout::TimeoutConfig;
use aws_sdk_bedrockruntime::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_bedrockruntime::operation::invoke_model::InvokeModelError;
use aws_sdk_bedrockruntime::primitives::Blob;
use aws_sdk_bedrockruntime::types::{PerformanceConfigLatency, Trace};
use aws_sdk_bedrockruntime::Client;
use compat_support::{quick_retries, say, shared_config, show, Answer, Outcome, Server};

#[derive(Debug)]
enum Advice {
    Retry,
    Wait,
    #[allow(dead_code)] // It is shown.
    GiveUp(String),
}

impl From<InvokeModelError> for Advice {
    fn from(error: InvokeModelError) -> Self {
        match error {
            InvokeModelError::ThrottlingException(_) | InvokeModelError::ServiceQuotaExceededException(_) => Self::Wait,
            InvokeModelError::ModelNotReadyException(_) | InvokeModelError::ModelTimeoutException(_) => Self::Retry,
            error if error.is_internal_server_exception() || error.is_service_unavailable_exception() => Self::Retry,
            error => Self::GiveUp(format!("{:?}: {}", error.code(), DisplayErrorContext(&error))),
        }
    }
}

async fn invoke(client: &Client, prompt: &str) -> Result<String, Advice> {
    let call = client.invoke_model().model_id("arn:aws:bedrock:eu:1:model/x").content_type("application/json");
    let call = call.accept("*/*").trace(Trace::Enabled).body(Blob::new(prompt));
    let output = call.performance_config_latency(PerformanceConfigLatency::Optimized).send().await;
    let output = output.map_err(|error| Advice::from(error.into_service_error()))?;
    show("type", (output.content_type(), output.performance_config_latency()));
    String::from_utf8(output.body.into_inner()).map_err(|error| Advice::GiveUp(error.to_string()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error = |status: u16, kind: &str| Answer::new(status, r#"{"message":"m"}"#).header("x-amzn-errortype", kind);
    let ready = || Answer::ok("{\"a\":1}").header("content-type", "application/json");
    let server = Server::start([
        ready().header("x-amzn-bedrock-performanceconfig-latency", "standard"),
        error(429, "ModelNotReadyException"),
        ready(),
        error(408, "ModelTimeoutException"),
        error(400, "ValidationException"),
        error(403, "AccessDeniedException:http://internal.amazon.com/coral/"),
        error(400, "ServiceQuotaExceededException"),
        Answer::new(403, r#"{"__type":"UnrecognizedClientException","message":"The token is invalid."}"#),
        Answer::ok(vec![0xff, 0xfe]).header("content-type", "application/octet-stream"),
        Answer::ok(""),
    ]);
    let timeouts = TimeoutConfig::builder().operation_timeout(Duration::from_secs(20)).build();
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).timeout_config(timeouts);
    let client = Client::new(&config.build());
    for name in ["first", "not ready", "timeout", "wrong", "denied", "quota", "token", "bytes", "empty"] {
        match invoke(&client, r#"{"prompt":"p"}"#).await {
            Ok(text) => say(name, text),
            Err(advice) => show(name, advice),
        }
        say(&format!("{name}, requests"), server.received().len());
    }
    show("input", client.invoke_model().model_id("m").body(Blob::new("secret")).get_body());
    Ok(())
}
