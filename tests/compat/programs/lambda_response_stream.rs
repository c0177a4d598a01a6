//! A function whose answer comes in parts.

use aws_sdk_lambda::error::SdkError;
use aws_sdk_lambda::operation::invoke_with_response_stream::InvokeWithResponseStreamOutput;
use aws_sdk_lambda::primitives::event_stream::{HeaderValue, Message};
use aws_sdk_lambda::types::{InvokeWithResponseStreamResponseEvent, ResponseStreamingInvocationType};
use aws_sdk_lambda::Client;
use compat_support::{event, exception, frame, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn collect(mut output: InvokeWithResponseStreamOutput) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    while let Some(event) = output.event_stream.recv().await.map_err(|error| error.to_string())? {
        if let Ok(chunk) = event.as_payload_chunk() {
            bytes.extend_from_slice(chunk.payload().map(AsRef::as_ref).unwrap_or_default());
            continue;
        }
        match event {
            InvokeWithResponseStreamResponseEvent::InvokeComplete(complete) => {
                show("complete", &complete);
                if let Some(code) = complete.error_code() {
                    return Err(format!("{code}: {}", complete.error_details().unwrap_or_default()));
                }
            }
            other => say("unknown", other.is_unknown()),
        }
    }
    Ok(bytes)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let chunk = |text: &str| event("PayloadChunk", "application/octet-stream", text);
    let complete = |json: &str| event("InvokeComplete", "application/json", json);
    let server = Server::start([
        Answer::ok([chunk("hel"), chunk(""), chunk("lo"), complete("{}")].concat())
            .header("x-amz-executed-version", "3")
            .header("x-amzn-remapped-content-type", "text/plain"),
        Answer::ok(
            [chunk("a"), complete(r#"{"ErrorCode":"Crash","ErrorDetails":"at 7","LogResult":"bG9n"}"#)].concat(),
        ),
        Answer::ok([event("Later", "application/json", "{}"), chunk("x")].concat()),
        Answer::ok([chunk("y"), exception("ThrottlingException", "application/json", r#"{"message":"m"}"#)].concat()),
        Answer::ok(frame(&[(":message-type", "surprise"), (":event-type", "PayloadChunk")], b"z")),
        Answer::ok(frame(&[(":event-type", "PayloadChunk")], b"z")),
        Answer::new(400, r#"{"Message":"The runtime parameter is wrong."}"#)
            .header("x-amzn-errortype", "InvalidRequestContentException"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    for name in ["whole", "crash", "event of tomorrow", "exception", "message type", "no message type", "refused"] {
        let call = client.invoke_with_response_stream().function_name("f");
        match call.invocation_type(ResponseStreamingInvocationType::RequestResponse).send().await {
            Ok(output) => {
                show(name, (output.status_code(), output.executed_version(), output.response_stream_content_type()));
                show(name, collect(output).await.map(String::from_utf8));
            }
            Err(SdkError::ServiceError(error)) => say_error(name, error.err()),
            Err(error) => say_error(name, &error),
        }
    }
    server.received().first().ok_or("there were requests")?.say("request");
    let message = Message::new("payload");
    show("message", (message.headers().len(), message.payload()));
    show("header", HeaderValue::Int16(3).as_int16());
    Ok(())
}
