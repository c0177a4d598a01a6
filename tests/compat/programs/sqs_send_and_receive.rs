//! A worker that sends a message, receives it and deletes it.

use aws_sdk_sqs::config::{BehaviorVersion, Region};
use aws_sdk_sqs::types::{MessageAttributeValue, MessageSystemAttributeName};
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, say, show, Answer, Outcome, Server};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(r#"{"MessageId":"m-1","MD5OfMessageBody":"5d41402abc4b2a76b9719d911017c592"}"#),
        Answer::ok(
            r#"{"Messages":[{"MessageId":"m-1","ReceiptHandle":"r-1","Body":"hello","Attributes":{"SenderId":"A"},
                "MessageAttributes":{"kind":{"StringValue":"greeting","DataType":"String"}}}]}"#,
        ),
        Answer::ok("{}"),
    ]);
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .endpoint_url(server.url())
        .build();
    let client = Client::from_conf(config);

    let kind = MessageAttributeValue::builder().data_type("String").string_value("greeting").build()?;
    let sent = client
        .send_message()
        .queue_url("https://sqs.eu-central-1.amazonaws.com/123456789012/work")
        .message_body("hello")
        .message_attributes("kind", kind)
        .delay_seconds(2)
        .send()
        .await?;
    say("sent", sent.message_id().unwrap_or_default());

    let received = client
        .receive_message()
        .queue_url("https://sqs.eu-central-1.amazonaws.com/123456789012/work")
        .message_system_attribute_names(MessageSystemAttributeName::SenderId)
        .wait_time_seconds(1)
        .send()
        .await?;
    for message in received.messages() {
        say("body", message.body().unwrap_or_default());
        show("message", message);
        client
            .delete_message()
            .queue_url("https://sqs.eu-central-1.amazonaws.com/123456789012/work")
            .set_receipt_handle(message.receipt_handle.clone())
            .send()
            .await?;
    }
    server.say_received("request");
    Ok(())
}
