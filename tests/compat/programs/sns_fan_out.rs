//! A publisher: attributes, batches, a topic that is not there, and throttling.

use aws_sdk_sns::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sns::operation::publish::PublishError;
use aws_sdk_sns::types::{MessageAttributeValue, PublishBatchRequestEntry};
use aws_sdk_sns::{Client, Error};
use compat_support::{quick_retries, say_error, shared_config, show, Answer, Outcome, Server};

async fn publish(client: &Client, message: &str) -> Result<Option<String>, SdkError<PublishError>> {
    let kind = MessageAttributeValue::builder().data_type("String.Array").string_value(r#"["a","b"]"#).build();
    let call = client.publish().topic_arn("arn:aws:sns:eu-central-1:123456789012:orders").message(message);
    let output = call.subject("An order").message_attributes("kind", kind?).send().await?;
    Ok(output.message_id)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error =
        |code: &str| format!("<ErrorResponse><Error><Code>{code}</Code><Message>m</Message></Error></ErrorResponse>");
    let server = Server::start([
        Answer::ok("<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"),
        Answer::new(400, error("Throttling")),
        Answer::ok("<PublishResponse><PublishResult><MessageId>m-2</MessageId></PublishResult></PublishResponse>"),
        Answer::new(404, error("NotFound")),
        Answer::ok(
            "<PublishBatchResponse><PublishBatchResult>\
               <Successful><member><Id>1</Id><MessageId>m-3</MessageId><SequenceNumber>7</SequenceNumber></member></Successful>\
               <Failed><member><Id>2</Id><Code>TooLong</Code><SenderFault>true</SenderFault></member></Failed>\
             </PublishBatchResult></PublishBatchResponse>",
        ),
        Answer::ok(
            "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>\
               <entry><key>Owner</key><value>123456789012</value></entry>\
               <entry><key>Policy</key><value>{&quot;a&quot;: &#x27;b&#39;}</value></entry>\
             </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>",
        ),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    show("published", publish(&client, "a + b = c & d/é\r\n").await?);
    match publish(&client, "x").await {
        Ok(id) => show("published", id),
        Err(error) => say_error("throttled", &error),
    }
    let error = publish(&client, "y").await.err().ok_or("there is no topic")?;
    show("not found", (error.code(), error.message()));
    show("is not found", error.as_service_error().map(PublishError::is_not_found_exception));
    say_error("crate error", &Error::from(error));
    let entries = (1..=2).map(|id| PublishBatchRequestEntry::builder().id(id.to_string()).message("m").build());
    let entries = entries.collect::<Result<Vec<_>, _>>()?;
    let output = client.publish_batch().topic_arn("t").set_publish_batch_request_entries(Some(entries)).send().await?;
    show("batch", &output);
    let attributes = client.get_topic_attributes().topic_arn("t").send().await?.attributes.unwrap_or_default();
    let attributes: std::collections::BTreeMap<_, _> = attributes.into_iter().collect();
    show("attributes", attributes);
    server.say_received("request");
    Ok(())
}
