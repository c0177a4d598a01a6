//! rpcv2Cbor: initial members in messages before the events, and nothing signed.

use crate::server::{message, text, Script, Server};
use crate::{channel, Checked};
use aws_smithy_types::event_stream::Message;
use events_rpc::config::BehaviorVersion;
use events_rpc::types::error::WordsError;
use events_rpc::types::{Replies, Word, Words};
use events_rpc::{Client, Config};

fn client(server: &Server) -> Client {
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).endpoint_url(server.endpoint_url());
    Client::from_conf(config.build())
}

const INITIAL: [(&str, &str); 2] = [(":message-type", "event"), (":event-type", "initial-response")];

/// `{"length": 2}` to each word.
fn echo(heard: &Message) -> Vec<Message> {
    match text(heard, ":event-type") {
        "word" => vec![message(&[(":message-type", "event"), (":event-type", "heard")], &b"\xa1\x66length\x02"[..])],
        _ => Vec::new(),
    }
}

fn script(first: Vec<Message>) -> Script {
    Script { status: 200, headers: vec![("smithy-protocol", "rpc-v2-cbor")], first, answer: echo }
}

#[tokio::test]
async fn initial_messages_come_before_the_events() -> Checked {
    let server = Server::start(script(vec![message(&INITIAL, &b"\xa1\x64seat\x07"[..])])).await?;
    let (sender, words) = channel();
    let mut output = client(&server).talk().room("blue").words(words.into()).send().await?;
    assert_eq!(output.seat, 7);
    sender.send(Ok::<_, WordsError>(Words::Word(Word::builder().text("hi").build())))?;
    match output.replies.recv().await? {
        Some(Replies::Heard(heard)) => assert_eq!(heard.length(), Some(2)),
        other => return Err(format!("{other:?}").into()),
    }
    drop(sender);
    assert_eq!(output.replies.recv().await?, None);
    let heard = server.heard();
    let [initial, word] = &heard.messages[..] else { return Err(format!("{heard:?}").into()) };
    assert_eq!((text(initial, ":message-type"), text(initial, ":event-type")), ("event", "initial-request"));
    assert_eq!(text(initial, ":content-type"), "application/cbor");
    assert!(initial.payload().windows(4).any(|bytes| bytes == b"blue"));
    assert_eq!((text(word, ":event-type"), text(word, ":content-type")), ("word", "application/cbor"));
    for (name, value) in [
        ("accept", "application/vnd.amazon.eventstream"),
        ("content-type", "application/vnd.amazon.eventstream"),
        ("smithy-protocol", "rpc-v2-cbor"),
    ] {
        assert_eq!(heard.headers.get(name).and_then(|value| value.to_str().ok()), Some(value));
    }
    assert!(heard.headers.get("content-length").is_none());
    Ok(())
}

#[tokio::test]
async fn a_missing_initial_response_is_corrected() -> Checked {
    let heard = message(&[(":message-type", "event"), (":event-type", "heard")], &b"\xa1\x66length\x05"[..]);
    let server = Server::start(script(vec![heard])).await?;
    let (sender, words) = channel::<Result<Words, WordsError>>();
    let mut output = client(&server).talk().words(words.into()).send().await?;
    assert_eq!(output.seat, 0);
    // What came instead is not lost.
    match output.replies.recv().await? {
        Some(Replies::Heard(heard)) => assert_eq!(heard.length(), Some(5)),
        other => return Err(format!("{other:?}").into()),
    }
    drop(sender);
    Ok(())
}

#[tokio::test]
async fn an_initial_response_without_members_is_waited_for_by_nobody() -> Checked {
    let heard = message(&[(":message-type", "event"), (":event-type", "heard")], &b"\xa1\x66length\x05"[..]);
    let server = Server::start(script(vec![message(&INITIAL, &b"\xa0"[..]), heard])).await?;
    let mut output = client(&server).listen().room("r").send().await?;
    match output.replies.recv().await? {
        Some(Replies::Heard(heard)) => assert_eq!(heard.length(), Some(5)),
        other => return Err(format!("{other:?}").into()),
    }
    assert_eq!(output.replies.recv().await?, None);
    let heard = server.heard();
    assert_eq!(heard.headers.get("content-type").and_then(|value| value.to_str().ok()), Some("application/cbor"));
    Ok(())
}
