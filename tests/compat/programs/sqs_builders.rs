//! Builders and values as tests use them: what was set, what is equal, and conversions.

use std::collections::HashMap;

use aws_sdk_sqs::operation::receive_message::{ReceiveMessageInput, ReceiveMessageOutput};
use aws_sdk_sqs::operation::send_message::builders::{SendMessageFluentBuilder, SendMessageInputBuilder};
use aws_sdk_sqs::operation::send_message::SendMessageInput;
use aws_sdk_sqs::primitives::Blob;
use aws_sdk_sqs::types::{Message, MessageAttributeValue, MessageSystemAttributeName, QueueAttributeName};
use aws_sdk_sqs::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};

fn with_defaults(call: SendMessageFluentBuilder) -> SendMessageFluentBuilder {
    let group = call.get_message_group_id().clone().unwrap_or_else(|| "default".to_owned());
    call.message_group_id(group).set_delay_seconds(None)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::ok(r#"{"MessageId":"m"}"#)]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());

    let call = with_defaults(client.send_message().message_body("a").delay_seconds(3));
    show("call", (call.get_message_body(), call.get_delay_seconds(), call.get_queue_url()));
    show("as input", call.as_input());
    let input: SendMessageInput = call.as_input().clone().queue_url("q").build()?;
    show("input", &input);
    show("same", input == call.as_input().clone().queue_url("q").build()?);
    call.queue_url("https://q").send().await?;

    let attribute = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new("bytes")).build()?;
    let attributes = HashMap::from([("one".to_owned(), attribute.clone())]);
    let builder = SendMessageInputBuilder::default()
        .queue_url("https://q")
        .set_message_body(Some("b".to_owned()))
        .set_message_attributes(Some(attributes));
    show("attributes", builder.get_message_attributes());
    let sent = builder.clone().send_with(&client).await?;
    show("sent", &sent);
    let again = builder.set_message_attributes(None).send_with(&client).await?;
    show("again", sent == again);
    server.say_received("request");

    let empty = SendMessageInput::builder().build()?;
    show("empty", &empty);
    show("empty, default", SendMessageInputBuilder::default());
    say("empty, body", empty.message_body().unwrap_or("(none)"));

    let input = ReceiveMessageInput::builder()
        .message_system_attribute_names(MessageSystemAttributeName::SentTimestamp)
        .message_system_attribute_names(MessageSystemAttributeName::from("Tomorrow"))
        .message_attribute_names("All")
        .build()?;
    show("names", input.message_system_attribute_names());
    say("names", input.message_system_attribute_names().iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" "));
    show("known", QueueAttributeName::try_parse("Policy"));
    say_error("unknown", &QueueAttributeName::try_parse("Pollicy").err().ok_or("there is no such name")?);
    say("values", QueueAttributeName::values().len());
    show("parsed", ("Policy".parse::<QueueAttributeName>()?, QueueAttributeName::from("New")));
    show("ordered", QueueAttributeName::All < QueueAttributeName::Policy);

    let output = ReceiveMessageOutput::builder().set_messages(Some(vec![])).build();
    show("no messages", (output.messages().is_empty(), &output.messages, ReceiveMessageOutput::builder().build()));
    let message = Message::builder().body("x").attributes(MessageSystemAttributeName::SenderId, "me").build();
    show("message", &message);
    show("attribute", message.attributes().and_then(|all| all.get(&MessageSystemAttributeName::SenderId)));
    show("clone", message.clone() == message && attribute.binary_value().map(AsRef::as_ref) == Some(&b"bytes"[..]));
    Ok(())
}
