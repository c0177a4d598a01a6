//! A chat whose answer comes word by word, until something goes wrong.

use aws_sdk_bedrockruntime::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_bedrockruntime::types::error::ConverseStreamOutputError;
use aws_sdk_bedrockruntime::types::{ContentBlock, ContentBlockDelta, ConversationRole, ConverseStreamOutput, Message};
use aws_sdk_bedrockruntime::Client;
use compat_support::{event, exception, frame, say, say_error, shared_config, show, Answer, Outcome, Server};

const JSON: &str = "application/json";

async fn chat(name: &str, client: &Client) -> Result<String, Box<dyn std::error::Error>> {
    let message =
        Message::builder().role(ConversationRole::User).content(ContentBlock::Text("Hi".to_owned())).build()?;
    let mut output = client.converse_stream().model_id("m").messages(message).send().await?;
    let mut text = String::new();
    while let Some(event) = output.stream.recv().await? {
        match event {
            ConverseStreamOutput::MessageStart(start) => show(name, start),
            ConverseStreamOutput::ContentBlockDelta(event) => match event.delta() {
                Some(ContentBlockDelta::Text(delta)) => text.push_str(delta),
                Some(other) => say(name, format!("a delta, unknown {}", other.is_unknown())),
                None => say(name, "no delta"),
            },
            ConverseStreamOutput::MessageStop(stop) => show(name, stop.stop_reason()),
            ConverseStreamOutput::Metadata(metadata) => {
                show(name, metadata.usage().map(|usage| (usage.input_tokens(), usage.total_tokens())));
            }
            other => show(name, other.is_unknown()),
        }
    }
    Ok(text)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let start = || event("messageStart", JSON, r#"{"role":"assistant","p":"abcdef"}"#);
    let delta = |json: &str| event("contentBlockDelta", JSON, &format!(r#"{{"contentBlockIndex":0,"delta":{json}}}"#));
    let stop = || event("messageStop", JSON, r#"{"stopReason":"end_turn"}"#);
    let usage = r#"{"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3},"metrics":{"latencyMs":5}}"#;
    let server = Server::start([
        Answer::ok(
            [
                start(),
                delta(r#"{"text":"Hello"}"#),
                delta(r#"{"text":", \u00e9"}"#),
                stop(),
                event("metadata", JSON, usage),
            ]
            .concat(),
        ),
        Answer::ok([start(), delta(r#"{"smell":{}}"#), event("later", JSON, "{}"), stop()].concat()),
        Answer::ok(
            [start(), exception("modelStreamErrorException", JSON, r#"{"message":"m","originalStatusCode":500}"#)]
                .concat(),
        ),
        Answer::ok([start(), exception("throttlingException", JSON, r#"{"message":"slow"}"#)].concat()),
        Answer::ok([delta("7"), stop()].concat()),
        Answer::ok(frame(&[(":message-type", "exception"), (":exception-type", "odd")], b"{}")),
        Answer::new(400, r#"{"message":"no such model"}"#).header("x-amzn-errortype", "ValidationException"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    for name in ["whole", "tomorrow", "model", "throttled", "not an object", "odd", "refused"] {
        let error = match chat(name, &client).await {
            Ok(text) => {
                say(name, text);
                continue;
            }
            Err(error) => error,
        };
        let stream = error
            .downcast_ref::<SdkError<ConverseStreamOutputError, aws_smithy_types::event_stream::RawMessage>>()
            .and_then(SdkError::as_service_error);
        match stream {
            Some(ConverseStreamOutputError::ModelStreamErrorException(error)) => {
                show(name, (error.original_status_code(), error.message()));
            }
            Some(error) => show(name, (error.code(), error.to_string())),
            None => say(name, "not of the stream"),
        }
        say_error(name, &*error);
    }
    server.received().first().ok_or("there were requests")?.say("request");
    Ok(())
}
