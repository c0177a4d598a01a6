//! restJson1: initial members in HTTP, each event signed with the signature before.

use crate::server::{header, message, text, unsigned, Heard, Script, Server};
use crate::{channel, Checked};
use aws_smithy_eventstream::frame::write_headers_to;
use aws_smithy_types::event_stream::{Header, Message};
use events_rest::config::{BehaviorVersion, Credentials, Region};
use events_rest::error::{ProvideErrorMetadata, SdkError};
use events_rest::operation::talk::TalkError;
use events_rest::primitives::event_stream::EventStreamSender;
use events_rest::primitives::{Blob, DateTimeFormat};
use events_rest::types::error::{Left, RepliesError, WordsError};
use events_rest::types::{Replies, Sound, Word, Words};
use events_rest::{Client, Config};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

const SECRET: &str = "not a secret";

fn client(server: &Server) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKID", SECRET, None, None, "test"))
        .build();
    Client::from_conf(config)
}

/// Says of each event how long it was, and closes when it hears so.
fn echo(heard: &Message) -> Vec<Message> {
    let event = [(":message-type", "event"), (":event-type", "heard")];
    match text(heard, ":event-type") {
        "word" if &heard.payload()[..] == br#"{"text":"close"}"# => {
            let closed = [(":message-type", "exception"), (":exception-type", "closed")];
            vec![message(&closed, r#"{"message":"good night"}"#)]
        }
        "word" => {
            vec![message(&[event[0], event[1], ("kind", "word")], format!("{{\"length\":{}}}", heard.payload().len()))]
        }
        "sound" => {
            vec![message(&[event[0], event[1], ("kind", "sound")], format!("{{\"length\":{}}}", heard.payload().len()))]
        }
        _ => Vec::new(),
    }
}

fn talkative() -> Script {
    Script {
        status: 200,
        headers: vec![("x-seat", "7"), ("content-type", "application/vnd.amazon.eventstream")],
        first: Vec::new(),
        answer: echo,
    }
}

fn word(text: &str) -> Words {
    Words::Word(Word::builder().text(text).build())
}

#[tokio::test]
async fn a_conversation_goes_both_ways_at_once() -> Checked {
    let server = Server::start(talkative()).await?;
    let (sender, words) = channel();
    let mut output = client(&server).talk().room("blue").words(EventStreamSender::from(words)).send().await?;
    assert_eq!(output.seat, Some(7));
    // Each answer comes before the next word is said.
    sender.send(Ok::<_, WordsError>(word("hi")))?;
    match output.replies.recv().await? {
        Some(Replies::Heard(heard)) => assert_eq!((heard.kind(), heard.length()), (Some("word"), Some(13))),
        other => return Err(format!("{other:?}").into()),
    }
    let sound = Sound::builder().pitch(440).samples(Blob::new([1, 2, 3])).build();
    sender.send(Ok(Words::Sound(sound)))?;
    match output.replies.recv().await? {
        Some(Replies::Heard(heard)) => assert_eq!((heard.kind(), heard.length()), (Some("sound"), Some(3))),
        other => return Err(format!("{other:?}").into()),
    }
    drop(sender);
    assert_eq!(output.replies.recv().await?, None);
    let heard = server.heard();
    assert_eq!(heard.target, "/talk/blue");
    assert_eq!(
        heard.headers.get("content-type").map(|value| value.as_bytes()),
        Some(&b"application/vnd.amazon.eventstream"[..])
    );
    assert!(heard.headers.get("content-length").is_none());
    assert!(heard.is_complete);
    let sound = unsigned(&heard.messages[1]).ok_or("a signed message has one in it")?;
    assert_eq!(header(&sound, "pitch").and_then(|pitch| pitch.as_int32().ok()), Some(440));
    assert_eq!(text(&sound, ":content-type"), "application/octet-stream");
    // Two events and the empty message that ends a signed stream.
    assert_eq!(heard.messages.len(), 3);
    assert!(heard.messages[2].payload().is_empty());
    check_signatures(&heard)
}

#[tokio::test]
async fn an_error_ends_the_stream_in_either_direction() -> Checked {
    let server = Server::start(talkative()).await?;
    let (sender, words) = channel();
    let mut output = client(&server).talk().room("r").words(words.into()).send().await?;
    sender.send(Ok(word("close")))?;
    let error = output.replies.recv().await.err().ok_or("the service closed")?;
    match error.into_service_error() {
        RepliesError::Closed(closed) => {
            assert_eq!((closed.message(), closed.meta().code()), (Some("good night"), Some("closed")));
        }
        other => return Err(other.into()),
    }
    assert_eq!(output.replies.recv().await?, None);

    let server = Server::start(talkative()).await?;
    let left = WordsError::Left(Left::builder().message("bye").build());
    let mut output = client(&server).talk().room("r").words(EventStreamSender::once(Err(left))).send().await?;
    assert_eq!(output.replies.recv().await?, None);
    let heard = server.heard();
    let left = unsigned(&heard.messages[0]).ok_or("a signed message has one in it")?;
    assert_eq!((text(&left, ":message-type"), text(&left, ":exception-type")), ("exception", "left"));
    assert_eq!(&left.payload()[..], br#"{"message":"bye"}"#);
    check_signatures(&heard)
}

#[tokio::test]
async fn an_error_instead_of_a_stream_is_the_operations() -> Checked {
    let script = Script {
        status: 500,
        headers: vec![("x-amzn-errortype", "Closed")],
        first: Vec::new(),
        answer: |_| Vec::new(),
    };
    let server = Server::start(script).await?;
    let result = client(&server).talk().room("r").words(EventStreamSender::once(Ok(word("hi")))).send().await;
    match result {
        Err(SdkError::ServiceError(error)) => assert!(matches!(error.err(), TalkError::Closed(_))),
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}

#[tokio::test]
async fn without_a_stream_there_is_no_call() -> Checked {
    let server = Server::start(talkative()).await?;
    let error = client(&server).talk().room("r").send().await.err().ok_or("there are no words")?;
    let SdkError::ConstructionFailure(_) = &error else { return Err(error.into()) };
    let text = events_rest::error::DisplayErrorContext(error).to_string();
    assert!(text.contains("words was not specified but it is required when building TalkInput"), "{text}");
    Ok(())
}

/// Each signature is made of the one before, the time, and what is signed (Signature
/// Version 4, "Streaming signed chunks"); the first one before is the request's.
fn check_signatures(heard: &Heard) -> Checked {
    let authorization = heard.headers.get("authorization").ok_or("no authorization")?.to_str()?;
    let (_, first) = authorization.split_once("Signature=").ok_or("no signature")?;
    let mut before = first.to_owned();
    for message in &heard.messages {
        let time = header(message, ":date").and_then(|date| date.as_timestamp().ok()).ok_or("no date")?;
        let text = time.fmt(DateTimeFormat::DateTime)?.replace(['-', ':'], "");
        let day = text.split('T').next().unwrap_or_default();
        let mut date = Vec::new();
        write_headers_to(
            &[Header::new(":date", aws_smithy_types::event_stream::HeaderValue::Timestamp(time))],
            &mut date,
        )?;
        let scope = format!("{day}/eu-west-1/events/aws4_request");
        let (date, payload) = (hex(&Sha256::digest(&date)), hex(&Sha256::digest(message.payload())));
        let to_sign = format!("AWS4-HMAC-SHA256-PAYLOAD\n{text}\n{scope}\n{before}\n{date}\n{payload}");
        let mut key = format!("AWS4{SECRET}").into_bytes();
        for part in [day, "eu-west-1", "events", "aws4_request", &to_sign] {
            let mut mac = Hmac::<Sha256>::new_from_slice(&key)?;
            mac.update(part.as_bytes());
            key = mac.finalize().into_bytes().to_vec();
        }
        let signature = header(message, ":chunk-signature").and_then(|value| value.as_byte_array().ok());
        assert_eq!(signature.map(|bytes| hex(bytes)), Some(hex(&key)));
        before = hex(&key);
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
