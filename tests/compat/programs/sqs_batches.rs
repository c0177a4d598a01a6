//! A producer that sends batches of ten and sends again what failed.

use std::collections::BTreeMap;

use aws_sdk_sqs::error::BuildError;
use aws_sdk_sqs::types::{BatchResultErrorEntry, MessageAttributeValue, SendMessageBatchRequestEntry};
use aws_sdk_sqs::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};

fn entry(id: usize, body: &str) -> Result<SendMessageBatchRequestEntry, BuildError> {
    let attribute = MessageAttributeValue::builder()
        .data_type("Binary")
        .binary_value(aws_sdk_sqs::primitives::Blob::new(vec![0, 255, id as u8]))
        .build()?;
    SendMessageBatchRequestEntry::builder()
        .id(id.to_string())
        .message_body(body)
        .message_attributes("b", attribute)
        .build()
}

/// Sends, and gives back what is to be sent again and what never will be.
async fn send(
    client: &Client,
    entries: Vec<SendMessageBatchRequestEntry>,
) -> Result<(Vec<SendMessageBatchRequestEntry>, Vec<BatchResultErrorEntry>), aws_sdk_sqs::Error> {
    let by_id: BTreeMap<String, SendMessageBatchRequestEntry> =
        entries.iter().map(|entry| (entry.id().to_owned(), entry.clone())).collect();
    let output = client.send_message_batch().queue_url("https://queue").set_entries(Some(entries)).send().await?;
    for sent in output.successful() {
        say("sent", format!("{} as {}", sent.id(), sent.message_id()));
    }
    let (lost, failed): (Vec<_>, Vec<_>) = output.failed.into_iter().partition(|entry| entry.sender_fault);
    let again = failed.iter().filter_map(|entry| by_id.get(&entry.id).cloned()).collect();
    Ok((again, lost))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"Successful":[{"Id":"0","MessageId":"m-0","MD5OfMessageBody":"e2060875797c0fd2c7bb02b182caa334"}],
                "Failed":[{"Id":"1","SenderFault":false,"Code":"InternalError","Message":"again"},
                          {"Id":"2","SenderFault":true,"Code":"InvalidParameterValue"}]}"#,
        ),
        Answer::ok(
            r#"{"Successful":[{"Id":"1","MessageId":"m-1","MD5OfMessageBody":"e2060875797c0fd2c7bb02b182caa334"}],"Failed":[]}"#,
        ),
        Answer::new(400, r#"{"__type":"com.amazonaws.sqs#TooManyEntriesInBatchRequest","message":"11"}"#)
            .header("x-amzn-query-error", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest;Sender"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    let entries = (0..3).map(|id| entry(id, "hello \u{1F980} \"quoted\"\n")).collect::<Result<Vec<_>, _>>()?;
    show("entry", &entries[0]);
    let (again, lost) = send(&client, entries).await?;
    show("again", &again);
    show("lost", &lost);
    let (again, lost) = send(&client, again).await?;
    show("left", (again, lost));
    match send(&client, vec![entry(9, "")?]).await {
        Err(aws_sdk_sqs::Error::TooManyEntriesInBatchRequest(error)) => say_error("too many", &error),
        other => show("other", other),
    }
    let incomplete = SendMessageBatchRequestEntry::builder().id("a").build();
    say_error("incomplete", &incomplete.err().ok_or("the body is required")?);
    let incomplete = MessageAttributeValue::builder().string_value("a").build();
    say_error("incomplete attribute", &incomplete.err().ok_or("the type is required")?);
    server.say_received("request");
    Ok(())
}
