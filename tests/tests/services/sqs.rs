//! The MD5 that SQS says messages have.

use aws_smithy_runtime_api::client::result::SdkError;
use services::sqs::error::{BuildError, DisplayErrorContext};
use services::sqs::primitives::Blob;
use services::sqs::types::{AttributeValue, Entry, SystemAttributeName};
use services::sqs::{Client, Config};
use whitesmith_tests::loopback::{Loopback, Reply};

use crate::{config, BoxError, Checked};

/// The digests of the messages below, by hashlib of Python from the description of the algorithm.
const BODY: &str = "5d41402abc4b2a76b9719d911017c592";
const ANOTHER_BODY: &str = "e358efa489f58062f10dd7316b65649e";
const ATTRIBUTES: &str = "259748401b18d71b68c58992fc9b51be";
const TRACE: &str = "a3221fa5030202f7abd1a8cdf4c7cbd3";
const WRONG: &str = "00000000000000000000000000000000";

async fn client(reply: &str) -> Result<(Loopback, Client), BoxError> {
    let server = Loopback::start(Reply::ok(reply)).await?;
    let client = Client::from_conf(config!(sqs, server).build());
    Ok((server, client))
}

fn text(ty: &str, text: &str) -> Result<AttributeValue, BuildError> {
    AttributeValue::builder().data_type(ty).string_value(text).build()
}

/// The error of a call, if there is one.
async fn send(reply: &str) -> Result<Option<String>, BoxError> {
    let (server, client) = client(reply).await?;
    let bytes = AttributeValue::builder().data_type("Binary").binary_value(Blob::new([0, 255])).build()?;
    let call = client.send_message().message_body("hello");
    let call = call.message_attributes("b", text("Number", "1")?).message_attributes("a", bytes);
    let call = call.message_system_attributes(SystemAttributeName::AwsTraceHeader, text("String", "t")?);
    let sent = call.send().await;
    // Another attempt would send the message twice.
    assert_eq!(server.requests().len(), 1);
    Ok(sent.err().map(|error| {
        assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
        DisplayErrorContext(&error).to_string()
    }))
}

#[tokio::test]
async fn a_message_arrives_as_it_was_sent() -> Checked {
    let members = ["MD5OfMessageBody", "MD5OfMessageAttributes", "MD5OfMessageSystemAttributes"];
    let reply = |digests: [&str; 3]| {
        let members: Vec<_> = members.iter().zip(digests).map(|(name, md5)| format!("{name:?}:{md5:?}")).collect();
        format!("{{{}}}", members.join(","))
    };
    assert_eq!(send(&reply([BODY, ATTRIBUTES, TRACE])).await?, None);
    // Some servers that speak the protocol say nothing.
    assert_eq!(send("{}").await?, None);
    for (digests, part) in [
        ([WRONG, ATTRIBUTES, TRACE], "for the body of a message"),
        ([BODY, WRONG, TRACE], "for the attributes of a message"),
        ([BODY, ATTRIBUTES, WRONG], "for the system attributes of a message"),
    ] {
        let error = send(&reply(digests)).await?.ok_or("nobody has compared the message")?;
        assert!(error.contains(part) && error.contains(WRONG), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn messages_of_a_batch_are_known_by_their_ids() -> Checked {
    let reply = |one: &str, two: &str| {
        let entry = |id: &str, md5: &str| format!(r#"{{"Id":"{id}","MD5OfMessageBody":"{md5}"}}"#);
        format!(r#"{{"Successful":[{},{},{}]}}"#, entry("two", two), entry("one", one), entry("else", WRONG))
    };
    for (one, two, is_same) in [(BODY, ANOTHER_BODY, true), (ANOTHER_BODY, BODY, false), (BODY, WRONG, false)] {
        let (_server, client) = client(&reply(one, two)).await?;
        let entry = |id, body| Entry::builder().id(id).message_body(body).build();
        let call = client.send_message_batch().entries(entry("one", "hello")?).entries(entry("two", "t")?);
        assert_eq!(call.send().await.is_ok(), is_same);
    }
    Ok(())
}

#[tokio::test]
async fn a_message_is_received_as_the_service_has_it() -> Checked {
    let message = |body: &str, attributes: &str| {
        let sent = r#"{"a":{"DataType":"Binary","BinaryValue":"AP8="},"b":{"DataType":"Number","StringValue":"1"}}"#;
        format!(
            r#"{{"Body":"hello","MD5OfBody":"{body}","MessageAttributes":{sent},"MD5OfMessageAttributes":"{attributes}"}}"#
        )
    };
    let good = message(BODY, ATTRIBUTES);
    for (last, is_same) in [(good.clone(), true), (message(WRONG, ATTRIBUTES), false), (message(BODY, WRONG), false)] {
        let (server, client) = client(&format!(r#"{{"Messages":[{good},{last}]}}"#)).await?;
        assert_eq!(client.receive_message().send().await.is_ok(), is_same);
        let config: Config = config!(sqs, server).disable_message_checksum_validation(true).build();
        assert_eq!(Client::from_conf(config).receive_message().send().await?.messages().len(), 2);
    }
    Ok(())
}
