//! SNS: awsQuery. Maps with entries, lists with members, blobs inside of both.

use ::sns::error::ProvideErrorMetadata;
use ::sns::primitives::Blob;
use ::sns::types::{MessageAttributeValue, PublishBatchRequestEntry, Tag};
use ::sns::Client;

use crate::calls::{is, same, Calls, Checked};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let tag = Tag::builder().key("kind").value("dog & cat=+/ä").build()?;
    let request = client.create_topic().name("pets").attributes("DisplayName", "All <our> pets & more").tags(tag);
    let created = calls.ok("sns CreateTopic", request.send()).await?;
    let arn = created.topic_arn().ok_or("no ARN")?;
    same("whether the ARN ends so", arn.ends_with(":pets"), true)?;

    attributes(client, arn, calls).await?;

    let mut topics = client.list_topics().into_paginator().items().send();
    let first = calls.ok("sns ListTopics", async { topics.try_next().await }).await?.ok_or("no topic")?;
    same("the topic", first.topic_arn(), Some(arn))?;
    let request = client
        .subscribe()
        .topic_arn(arn)
        .protocol("email")
        .endpoint("dog+walk@example.com")
        .return_subscription_arn(true);
    let subscribed = calls.ok("sns Subscribe", request.send()).await?;
    let listed = calls.ok("sns ListSubscriptions", client.list_subscriptions().send()).await?;
    let found = listed.subscriptions().first().ok_or("no subscription")?;
    same("the subscription", found.subscription_arn(), subscribed.subscription_arn())?;
    same("its end point", found.endpoint(), Some("dog+walk@example.com"))?;

    publish(client, arn, calls).await?;

    // Moto does not have this operation, and answers with a page for people.
    let error = calls.refused("sns ListOriginationNumbers", client.list_origination_numbers().send()).await?;
    same("no code", error.code(), None)?;
    let message = "500 Internal Server Error with the root element `html` in place of `ErrorResponse`";
    same("the message", error.message(), Some(message))?;

    calls.ok("sns DeleteTopic", client.delete_topic().topic_arn(arn).send()).await?;
    let error = calls.refused("sns GetTopicAttributes", client.get_topic_attributes().topic_arn(arn).send()).await?;
    is(&error, error.is_not_found_exception())?;
    same("the code, which is not the name of the shape", error.code(), Some("NotFound"))
}

async fn attributes(client: &Client, arn: &str, calls: &mut Calls) -> Checked {
    let request = client.set_topic_attributes().topic_arn(arn).attribute_name("DeliveryPolicy").attribute_value("");
    calls.ok("sns SetTopicAttributes", request.send()).await?;
    let read = calls.ok("sns GetTopicAttributes", client.get_topic_attributes().topic_arn(arn).send()).await?;
    let attributes = read.attributes().ok_or("no attributes")?;
    let attribute = |name: &str| attributes.get(name).map(String::as_str);
    same("the name to show", attribute("DisplayName"), Some("All <our> pets & more"))?;
    same("the empty policy", attribute("DeliveryPolicy"), Some(""))?;
    same("the ARN", attribute("TopicArn"), Some(arn))
}

async fn publish(client: &Client, arn: &str, calls: &mut Calls) -> Checked {
    let text = MessageAttributeValue::builder().data_type("String").string_value("dog").build()?;
    let bytes = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new([1, 2, 255])).build()?;
    let request = client
        .publish()
        .topic_arn(arn)
        .subject("news")
        .message("Wuff!\n\u{1F415} 100% & more")
        .message_attributes("kind", text.clone())
        .message_attributes("bytes", bytes);
    let published = calls.ok("sns Publish", request.send()).await?;
    same("the length of the message's id", published.message_id().map(str::len), Some(36))?;
    let entry = |id: &str| {
        PublishBatchRequestEntry::builder().id(id).message("Miau").message_attributes("kind", text.clone()).build()
    };
    let request = client.publish_batch().topic_arn(arn).publish_batch_request_entries(entry("one")?);
    let batch = calls.ok("sns PublishBatch", request.publish_batch_request_entries(entry("two")?).send()).await?;
    let ids: Vec<_> = batch.successful().iter().map(|entry| entry.id()).collect();
    same("the messages of the batch", ids, [Some("one"), Some("two")])?;
    same("those that failed", batch.failed().len(), 0)?;
    let wrong = MessageAttributeValue::builder().data_type("Strange").string_value("x").build()?;
    let request = client.publish().topic_arn(arn).message("x").message_attributes("kind", wrong);
    let error = calls.refused("sns Publish", request.send()).await?;
    is(&error, error.is_invalid_parameter_exception())
}
