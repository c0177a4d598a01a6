//! SQS: awsJson1.0 with codes of awsQuery. The MD5 of messages and attributes is compared both ways.

use ::sqs::primitives::Blob;
use ::sqs::types::{MessageAttributeValue, SendMessageBatchRequestEntry};
use ::sqs::Client;

use crate::calls::{is, same, Calls, Checked};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let created = calls.ok("sqs CreateQueue", client.create_queue().queue_name("walks").send()).await?;
    let url = created.queue_url().ok_or("no address")?;
    let kind = MessageAttributeValue::builder().data_type("String").string_value("dog & cat").build()?;
    let age = MessageAttributeValue::builder().data_type("Number.years").string_value("7").build()?;
    let chip = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new([0, 159, 255])).build()?;
    let request = client.send_message().queue_url(url).message_body("walk \u{e4} \u{1f415}");
    let request = request.message_attributes("kind", kind).message_attributes("age", age);
    let sent = calls.ok("sqs SendMessage", request.message_attributes("chip", chip).send()).await?;
    same(
        "whether its digests are said",
        sent.md5_of_message_body().and(sent.md5_of_message_attributes()).is_some(),
        true,
    )?;

    let entry = |id: &str| SendMessageBatchRequestEntry::builder().id(id).message_body(format!("body {id}")).build();
    let request = client.send_message_batch().queue_url(url).entries(entry("a")?).entries(entry("b")?);
    let batch = calls.ok("sqs SendMessageBatch", request.send()).await?;
    same("how many were sent", batch.successful().len(), 2)?;

    let request = client.receive_message().queue_url(url).max_number_of_messages(10).message_attribute_names("All");
    let received = calls.ok("sqs ReceiveMessage", request.send()).await?;
    same("how many were received", received.messages().len(), 3)?;
    let attributes = received.messages().iter().filter_map(|message| message.message_attributes()).next();
    same("how many attributes", attributes.map(|attributes| attributes.len()), Some(3))?;
    same("whether their digest is said", received.messages()[0].md5_of_message_attributes().is_some(), true)?;

    calls.ok("sqs DeleteQueue", client.delete_queue().queue_url(url).send()).await?;
    let error = calls.refused("sqs SendMessage", client.send_message().queue_url(url).message_body("x").send()).await?;
    is(&error, error.is_queue_does_not_exist())
}
