//! A subscription to a shard: events, events of tomorrow, an error in the stream, and its end.

use aws_sdk_kinesis::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_kinesis::operation::subscribe_to_shard::SubscribeToShardOutput;
use aws_sdk_kinesis::types::error::SubscribeToShardEventStreamError;
use aws_sdk_kinesis::types::{ShardIteratorType, StartingPosition, SubscribeToShardEventStream};
use aws_sdk_kinesis::Client;
use compat_support::{event, exception, frame, say, say_error, shared_config, show, Answer, Outcome, Server};

const JSON: &str = "application/x-amz-json-1.1";

async fn follow(name: &str, client: &Client) -> Outcome {
    let position = StartingPosition::builder().r#type(ShardIteratorType::Latest).build()?;
    let call = client.subscribe_to_shard().consumer_arn("arn:consumer").shard_id("s-0").starting_position(position);
    let mut output: SubscribeToShardOutput = match call.send().await {
        Ok(output) => output,
        Err(error) => {
            say_error(name, &error);
            return Ok(());
        }
    };
    loop {
        match output.event_stream.recv().await {
            Ok(Some(SubscribeToShardEventStream::SubscribeToShardEvent(event))) => {
                show(name, (event.records().len(), event.continuation_sequence_number(), event.millis_behind_latest()));
                for record in event.records() {
                    say(name, String::from_utf8_lossy(record.data().as_ref()));
                }
            }
            Ok(Some(other)) => say(name, format!("unknown: {}", other.is_unknown())),
            Ok(None) => {
                say(name, "end");
                return Ok(());
            }
            Err(SdkError::ServiceError(error)) => {
                match error.err() {
                    SubscribeToShardEventStreamError::ResourceInUseException(error) => say_error("in use", error),
                    other => say(name, format!("{other}, {:?}", other.code())),
                }
                show(name, error.raw());
                return Ok(());
            }
            Err(error) => {
                say_error(name, &error);
                return Ok(());
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let start = || event("initial-response", JSON, "{}");
    let record = r#"{"Records":[{"SequenceNumber":"1","PartitionKey":"p","Data":"aGVsbG8="}],
        "ContinuationSequenceNumber":"1","MillisBehindLatest":0,"ChildShards":[]}"#;
    let record = || event("SubscribeToShardEvent", JSON, record);
    let answers = [
        ("two", [start(), record(), record()].concat()),
        ("tomorrow", [start(), event("Heartbeat", JSON, "{}"), record()].concat()),
        ("in use", [start(), record(), exception("ResourceInUseException", JSON, r#"{"message":"busy"}"#)].concat()),
        ("unmodeled", [start(), exception("OtherException", JSON, r#"{"message":"odd"}"#)].concat()),
        (
            "error",
            [start(), frame(&[(":message-type", "error"), (":error-code", "500"), (":error-message", "m")], b"")]
                .concat(),
        ),
        ("no initial response", record()),
        ("empty", Vec::new()),
        ("not json", [start(), event("SubscribeToShardEvent", JSON, "{")].concat()),
        ("cut off", [start(), record()[..40].to_vec()].concat()),
        ("broken", [start(), vec![0; 16]].concat()),
    ];
    let names: Vec<&str> = answers.iter().map(|(name, _)| *name).collect();
    let answers = answers.into_iter().map(|(_, body)| {
        Answer::ok(body).header("content-type", "application/vnd.amazon.eventstream").header("x-amzn-requestid", "r-1")
    });
    let server = Server::start(answers);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    for name in names {
        follow(name, &client).await?;
    }
    let request = server.received().into_iter().next().ok_or("there were requests")?;
    say("request", request.header("x-amz-target").unwrap_or("(none)"));
    say("request, body", String::from_utf8_lossy(&request.body));
    Ok(())
}
