//! Functions that are invoked: results, errors of the function, logs, and throttling.

use aws_sdk_lambda::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_lambda::operation::invoke::{InvokeError, InvokeOutput};
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{InvocationType, LogType};
use aws_sdk_lambda::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

#[derive(Debug)]
#[allow(dead_code)] // They are shown.
enum Failure {
    Function(String),
    Throttled(Option<String>),
    Other(String),
}

impl From<SdkError<InvokeError>> for Failure {
    fn from(error: SdkError<InvokeError>) -> Self {
        match error {
            SdkError::ServiceError(error) => match error.into_err() {
                InvokeError::TooManyRequestsException(error) => Self::Throttled(error.retry_after_seconds),
                error => Self::Other(format!("{:?} {error}", error.code())),
            },
            error => Self::Other(error.to_string()),
        }
    }
}

async fn invoke(client: &Client, name: &str, input: &serde_json::Value) -> Result<serde_json::Value, Failure> {
    let call = client.invoke().function_name(name).qualifier("live").log_type(LogType::Tail);
    let output: InvokeOutput = call.payload(Blob::new(input.to_string())).send().await?;
    show("version", (output.executed_version(), output.status_code(), output.log_result()));
    let payload = output.payload().map(AsRef::as_ref).unwrap_or_default();
    if let Some(kind) = output.function_error() {
        return Err(Failure::Function(format!("{kind}: {}", String::from_utf8_lossy(payload))));
    }
    serde_json::from_slice(payload).map_err(|error| Failure::Other(error.to_string()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let throttled = || {
        Answer::new(429, r#"{"Reason":"CallerRateLimitExceeded","message":"Rate Exceeded.","Type":"User"}"#)
            .header("x-amzn-errortype", "TooManyRequestsException")
            .header("retry-after", "3")
    };
    let server = Server::start([
        Answer::ok(r#"{"sum":3}"#).header("X-Amz-Executed-Version", "7").header("X-Amz-Log-Result", "bG9n"),
        Answer::ok(r#"{"errorMessage":"boom"}"#).header("x-amz-function-error", "Unhandled"),
        throttled(),
        Answer::ok("null"),
        throttled(),
        throttled(),
        throttled(),
        Answer::new(404, r#"{"Message":"Function not found","Type":"User"}"#)
            .header("x-amzn-errortype", "ResourceNotFoundException"),
        Answer::new(502, "bad gateway"),
        Answer::new(502, "bad gateway"),
        Answer::new(502, "bad gateway"),
        Answer::new(202, ""),
        Answer::new(204, ""),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let input = serde_json::json!({ "a": 1, "b": [2, "é"] });
    for name in ["add", "arn:aws:lambda:eu-central-1:1:function:f/with slash", "slow", "busy", "none"] {
        show("result", invoke(&client, name, &input).await);
    }
    let error = client.invoke().function_name("gone").send().await.err().ok_or("the gateway is bad")?;
    say_error("gateway", &error);
    let output = client.invoke().function_name("later").invocation_type(InvocationType::Event).send().await?;
    show("event", (output.status_code(), output.payload()));
    let output = client.invoke().function_name("later").invocation_type(InvocationType::DryRun).send().await?;
    show("dry run", output.status_code());
    match client.invoke().send().await {
        Ok(_) => say("no name", "sent"),
        Err(error) => say_error("no name", &error),
    }
    match client.invoke().function_name("").send().await {
        Ok(_) => say("empty name", "sent"),
        Err(error) => say_error("empty name", &error),
    }
    show("payload", client.invoke().function_name("f").payload(Blob::new("secret")).get_payload());
    server.say_received("request");
    Ok(())
}
