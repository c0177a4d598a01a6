//! A shipper of logs: batches, what was rejected, the sequence tokens of old, and reading again.

use aws_sdk_cloudwatchlogs::error::SdkError;
use aws_sdk_cloudwatchlogs::operation::put_log_events::{PutLogEventsError, PutLogEventsOutput};
use aws_sdk_cloudwatchlogs::types::InputLogEvent;
use aws_sdk_cloudwatchlogs::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

struct Shipper {
    client: Client,
    token: Option<String>,
}

impl Shipper {
    async fn ship(&mut self, lines: &[&str]) -> Result<PutLogEventsOutput, SdkError<PutLogEventsError>> {
        let events = lines.iter().zip(1_767_225_600_000_i64..);
        let events = events.map(|(line, time)| InputLogEvent::builder().message(*line).timestamp(time).build());
        let events: Vec<InputLogEvent> = events.collect::<Result<_, _>>()?;
        for _ in 0..2 {
            let call = self.client.put_log_events().log_group_name("g").log_stream_name("s");
            let call = call.set_log_events(Some(events.clone())).set_sequence_token(self.token.take());
            match call.send().await {
                Err(SdkError::ServiceError(error)) => match error.err() {
                    PutLogEventsError::InvalidSequenceTokenException(wrong) => {
                        say("expected", wrong.expected_sequence_token().unwrap_or("(none)"));
                        self.token = wrong.expected_sequence_token.clone();
                    }
                    _ => return Err(SdkError::ServiceError(error)),
                },
                Ok(output) => {
                    self.token.clone_from(&output.next_sequence_token);
                    return Ok(output);
                }
                Err(error) => return Err(error),
            }
        }
        Err(SdkError::timeout_error("the token changes all the time"))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(r#"{"nextSequenceToken":"2","rejectedLogEventsInfo":{"tooOldLogEventEndIndex":1}}"#),
        Answer::new(400, r#"{"__type":"InvalidSequenceTokenException","expectedSequenceToken":"3","message":"m"}"#),
        Answer::ok("{}"),
        Answer::new(400, r#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#),
        Answer::new(400, r#"{"__type":"ResourceNotFoundException","message":"The log group does not exist."}"#),
        Answer::ok(r#"{"events":[{"timestamp":1,"message":"a","ingestionTime":2}],"nextForwardToken":"f/1"}"#),
        Answer::ok(r#"{"events":[],"nextForwardToken":"f/1"}"#),
        Answer::ok(r#"{"events":[{"message":"never"}],"nextForwardToken":"f/2"}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let mut shipper = Shipper { client: client.clone(), token: None };
    show("shipped", shipper.ship(&["one", "two \u{1F980}"]).await?);
    show("again", shipper.ship(&["three"]).await?);
    match shipper.ship(&[]).await {
        Ok(output) => show("none", output),
        Err(error) => say_error("none", &error),
    }
    let mut pages =
        client.get_log_events().log_group_name("g").log_stream_name("s").start_from_head(true).into_paginator().send();
    while let Some(page) = pages.next().await {
        match page {
            Ok(page) => show("page", page),
            Err(error) => {
                say_error("page", &error);
                break;
            }
        }
    }
    server.say_received("request");
    Ok(())
}
