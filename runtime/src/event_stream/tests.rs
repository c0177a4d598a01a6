//! Events out and events in, as far as no model takes part: a union written by
//! hand stands for what is emitted.

#![allow(unreachable_pub)] // The macros are for public types.

use super::*;
use crate::error::Built;
use crate::http::{ErrorResponse, Errors, Request};
use crate::modeled::{Modeled, OperationError, Unhandled};
use crate::op::ConfigBag;
use crate::unknown::UnknownMember;
use crate::{json, protocol};
use aws_smithy_eventstream::frame::{read_message_from, write_message_to, SignMessage, SignMessageError};
use aws_smithy_http::event_stream::EventStreamSender;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::event_stream::{DeferredSignerSender, Header, HeaderValue, Message, RawMessage};
use aws_smithy_types::{Blob, DateTime};
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug, PartialEq)]
enum Feed {
    Reading(Reading),
    Picture(Option<Blob>),
    Note(Option<String>),
    Unknown(UnknownMember),
}

#[derive(Debug, Default, PartialEq)]
struct Reading {
    flag: Option<bool>,
    tiny: Option<i8>,
    small: Option<i16>,
    number: Option<i32>,
    large: Option<i64>,
    name: Option<String>,
    bytes: Option<Blob>,
    at: Option<DateTime>,
}

impl Write for Feed {
    fn write(self, event: &mut EventWriter) {
        match self {
            Self::Reading(v) => event.begin("reading").structure(v),
            Self::Picture(v) => event.begin("picture").blob(v, "image/png"),
            Self::Note(v) => event.begin("note").payload(json::Writer::of_value(v.as_ref(), |v, w| w.put_string(v))),
            Self::Unknown(_) => event.fail_unknown_variant("Feed"),
        }
    }
}

impl Write for Reading {
    fn write(self, event: &mut EventWriter) {
        event.header("flag", self.flag);
        event.header("tiny", self.tiny);
        event.header("small", self.small);
        event.header("number", self.number);
        event.header("large", self.large);
        event.header("name", self.name.as_deref());
        event.header("bytes", self.bytes.as_ref());
        event.header("at", self.at.as_ref());
    }
}

impl Read for Feed {
    fn read(event: &Event<'_>) -> Built<Self> {
        match event.name() {
            "reading" => event.structure().map(Self::Reading),
            "picture" => Ok(Self::Picture(event.blob())),
            "note" => Ok(Self::Note(json::payload(event, |r| r.string())?)),
            name => Ok(Self::Unknown(UnknownMember::new(name))),
        }
    }
}

impl Read for Reading {
    fn read(event: &Event<'_>) -> Built<Self> {
        Ok(Self {
            flag: event.header("flag")?,
            tiny: event.header("tiny")?,
            small: event.header("small")?,
            number: event.header("number")?,
            large: event.header("large")?,
            name: event.header("name")?,
            bytes: event.header("bytes")?,
            at: event.header("at")?,
        })
    }
}

#[derive(Debug)]
enum FeedError {
    Full(Full),
    #[allow(deprecated)]
    Unhandled(Unhandled),
}

#[derive(Debug)]
struct Full {
    meta: aws_smithy_types::error::ErrorMetadata,
    message: Option<String>,
}

crate::modeled_error!(Full);
crate::operation_error!(FeedError);

impl std::fmt::Display for Full {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Full")
    }
}

impl Modeled for Full {}

impl OperationError for FeedError {
    fn inner(&self) -> &dyn Modeled {
        match self {
            Self::Full(error) => error,
            Self::Unhandled(error) => error,
        }
    }
}

impl crate::http::ReadError for Full {
    fn read_response(error: &ErrorResponse<'_>) -> Built<Self> {
        Ok(Self { meta: error.metadata(), message: error.message() })
    }
}

impl Write for FeedError {
    fn write(self, event: &mut EventWriter) {
        match self {
            Self::Full(error) => event.begin_error("full").text(error.message, "text/plain"),
            Self::Unhandled(_) => event.fail_unhandled("FeedError"),
        }
    }
}

impl ReadError for FeedError {
    const ERRORS: &'static Errors = protocol::JSON;
    fn read(_: &Event<'_>, error: ErrorResponse<'_>) -> Self {
        match error.code() {
            "full" => error.modeled(Self::Full),
            _ => Self::generic(error.into_metadata()),
        }
    }
}

/// The same union with a secret in it.
#[derive(Debug)]
struct Secret;

impl Read for Secret {
    const IS_SENSITIVE: bool = true;
    fn read(event: &Event<'_>) -> Built<Self> {
        event.header::<bool>("flag").map(|_| Self)
    }
}

/// A stream of what it is given.
struct Given<I>(VecDeque<I>);

impl<I: Unpin> Stream for Given<I> {
    type Item = I;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<I>> {
        Poll::Ready(self.0.pop_front())
    }
}

type Sent = Vec<Result<Feed, FeedError>>;

/// The body that these events make; `cfg` is what a signer finds.
async fn body(events: Sent, cfg: &mut ConfigBag) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
    let events = EventStreamSender::from(Given(events.into()));
    let request = Request::new("POST").events(events, cfg)?;
    assert_eq!(request.headers().get("content-type"), Some("application/vnd.amazon.eventstream"));
    assert_eq!(request.headers().get("content-length"), None);
    Ok(ByteStream::new(request.into_body()).collect().await?.into_bytes())
}

/// The body in pieces of one byte, which is the worst that a network does.
fn trickle(bytes: impl Into<Bytes>) -> SdkBody {
    struct Trickle(Bytes);
    impl http_body::Body for Trickle {
        type Data = Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
            let length = self.0.len().min(1);
            let piece = self.0.split_to(length);
            Poll::Ready((!piece.is_empty()).then(|| Ok(http_body::Frame::data(piece))))
        }
    }
    SdkBody::from_body_1_x(Trickle(bytes.into()))
}

fn frame(headers: &[(&'static str, &'static str)], payload: &'static str) -> Vec<u8> {
    let mut message = Message::new(payload.as_bytes());
    for (name, value) in headers {
        message = message.add_header(Header::new(*name, HeaderValue::String((*value).into())));
    }
    let mut bytes = Vec::new();
    write_message_to(&message, &mut bytes).expect("a message");
    bytes
}

fn receive(bytes: impl Into<Bytes>) -> EventReceiver<Feed, FeedError> {
    EventReceiver::new(trickle(bytes))
}

#[tokio::test]
async fn what_is_sent_is_what_is_received() {
    let reading = || Reading {
        flag: Some(false),
        tiny: Some(-1),
        small: Some(300),
        number: Some(70_000),
        large: Some(5_000_000_000),
        name: Some("n".to_owned()),
        bytes: Some(Blob::new([0, 255])),
        at: Some(DateTime::from_millis(1_700_000_000_123)),
    };
    let picture = || Feed::Picture(Some(Blob::new("png")));
    let note = || Feed::Note(Some("a \"b\"".to_owned()));
    let events = vec![Ok(Feed::Reading(reading())), Ok(picture()), Ok(note()), Ok(Feed::Reading(Reading::default()))];
    let bytes = body(events, &mut ConfigBag::base()).await.expect("a body");
    let mut receiver = receive(bytes);
    assert_eq!(receiver.recv().await.expect("an event"), Some(Feed::Reading(reading())));
    assert_eq!(receiver.recv().await.expect("an event"), Some(picture()));
    assert_eq!(receiver.recv().await.expect("an event"), Some(note()));
    assert_eq!(receiver.recv().await.expect("an event"), Some(Feed::Reading(Reading::default())));
    assert_eq!(receiver.recv().await.expect("the end"), None);
    assert_eq!(receiver.recv().await.expect("still the end"), None);
}

#[tokio::test]
async fn an_error_is_the_last_event_that_is_sent() {
    let full = Full { meta: Default::default(), message: Some("no room".to_owned()) };
    let events = vec![Err(FeedError::Full(full)), Ok(Feed::Note(None))];
    let mut bytes = body(events, &mut ConfigBag::base()).await.expect("a body");
    let message = read_message_from(&mut bytes).expect("a frame");
    let header = |index: usize| {
        let header = &message.headers()[index];
        (header.name().as_str(), header.value().as_string().expect("a string").as_str())
    };
    assert_eq!(
        [header(0), header(1), header(2)],
        [(":message-type", "exception"), (":exception-type", "full"), (":content-type", "text/plain")]
    );
    assert_eq!(&message.payload()[..], b"no room");
    assert!(bytes.is_empty());
}

#[tokio::test]
async fn what_cannot_be_sent_breaks_the_body() {
    let unknown = vec![Ok(Feed::Unknown(UnknownMember::new("later"))), Ok(Feed::Note(None))];
    assert!(body(unknown, &mut ConfigBag::base()).await.is_err());
    let unhandled = vec![Err(FeedError::unhandled("mine"))];
    let error = body(unhandled, &mut ConfigBag::base()).await.expect_err("it is nobody's to send");
    let text = aws_smithy_types::error::display::DisplayErrorContext(&*error).to_string();
    assert!(text.contains("an unhandled `FeedError` cannot be sent"), "{text}");
}

#[derive(Debug)]
struct Count(u8);

impl SignMessage for Count {
    fn sign(&mut self, message: Message) -> Result<Message, SignMessageError> {
        self.0 += 1;
        Ok(message.add_header(Header::new("signed", HeaderValue::Byte(i8::try_from(self.0)?))))
    }

    fn sign_empty(&mut self) -> Option<Result<Message, SignMessageError>> {
        Some(self.sign(Message::new(Bytes::new())))
    }
}

#[tokio::test]
async fn each_message_is_signed_and_an_empty_one_comes_last() {
    let mut cfg = ConfigBag::base();
    let events = EventStreamSender::<Feed, FeedError>::once(Ok(Feed::Note(None)));
    let mut initial = json::Writer::new();
    initial.begin_object();
    initial.string(r#","room":"#, Some("r"));
    initial.end_object();
    let request = Request::new("POST").events_after(initial, events, &mut cfg).expect("a request");
    // What signs the request finds this, and knows the first signature.
    let sender = cfg.load::<DeferredSignerSender>().expect("where to send the signer");
    sender.send(Box::new(Count(0)) as Box<dyn SignMessage + Send + Sync>).expect("it is waited for");
    let mut bytes = ByteStream::new(request.into_body()).collect().await.expect("a body").into_bytes();
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        messages.push(read_message_from(&mut bytes).expect("a frame"));
    }
    let types: Vec<_> = messages.iter().map(read::event_type).collect();
    assert_eq!(types, [Some("initial-request"), Some("note"), None]);
    assert_eq!(&messages[0].payload()[..], br#"{"room":"r"}"#);
    let signatures: Vec<_> = messages.iter().filter_map(|message| message.headers().last()).collect();
    let signatures: Vec<_> = signatures.iter().map(|header| header.value().as_byte().ok()).collect();
    assert_eq!(signatures, [Some(1), Some(2), Some(3)]);
}

#[tokio::test]
async fn an_error_that_is_received_ends_the_stream() {
    let full = [(":message-type", "exception"), (":exception-type", "full")];
    let mut bytes = frame(&full, r#"{"message":"no room"}"#);
    bytes.extend(frame(&[(":message-type", "event"), (":event-type", "note")], "\"late\""));
    let mut receiver = receive(bytes);
    let error = receiver.recv().await.expect_err("an error");
    assert!(matches!(error.raw_response(), Some(RawMessage::Decoded(_))));
    match error.into_service_error() {
        FeedError::Full(full) => {
            assert_eq!(full.message.as_deref(), Some("no room"));
            assert_eq!((full.meta.code(), full.meta.message()), (Some("full"), Some("no room")));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(receiver.recv().await.expect("the end"), None);
}

#[tokio::test]
async fn errors_that_the_model_does_not_have_keep_code_and_message() {
    let unmodeled = [(":message-type", "error"), (":error-code", "Busy"), (":error-message", "later")];
    let error = receive(frame(&unmodeled, "")).recv().await.expect_err("an error").into_service_error();
    assert_eq!((error.meta().code(), error.meta().message()), (Some("Busy"), Some("later")));
    let unknown = [(":message-type", "exception"), (":exception-type", "newer")];
    let error = receive(frame(&unknown, r#"{"message":"m"}"#)).recv().await.expect_err("an error");
    let error = error.into_service_error();
    assert_eq!((error.meta().code(), error.meta().message()), (Some("newer"), Some("m")));
}

#[tokio::test]
async fn an_unknown_event_keeps_its_name() {
    let mut bytes = frame(&[(":message-type", "event"), (":event-type", "newer")], "?");
    bytes.extend(frame(&[(":message-type", "event"), (":event-type", "note")], "\"n\""));
    let mut receiver = receive(bytes);
    assert_eq!(receiver.recv().await.expect("an event"), Some(Feed::Unknown(UnknownMember::new("newer"))));
    assert_eq!(receiver.recv().await.expect("an event"), Some(Feed::Note(Some("n".to_owned()))));
}

#[tokio::test]
async fn an_initial_response_nobody_asked_for_is_passed_over() {
    let initial = [(":message-type", "event"), (":event-type", "initial-response")];
    let mut bytes = frame(&initial, "{}");
    bytes.extend(frame(&[(":message-type", "event"), (":event-type", "note")], "\"n\""));
    assert_eq!(receive(bytes).recv().await.expect("an event"), Some(Feed::Note(Some("n".to_owned()))));
}

#[tokio::test]
async fn what_is_no_event_is_an_error() {
    let note = (":event-type", "note");
    let reading = (":event-type", "reading");
    for (headers, payload, expected) in [
        (&[note][..], "", "has no header `:message-type`"),
        (&[(":message-type", "event")], "", "has no header `:event-type`"),
        (&[(":message-type", "other"), note], "", "a `:message-type` that is not known"),
        (&[(":message-type", "error")], "", "has no header `:error-code`"),
        (&[(":message-type", "event"), note], "{", "expected a string"),
        (&[(":message-type", "event"), reading, ("flag", "yes")], "", "`flag` of the event is not of its type"),
    ] {
        let mut receiver = receive(frame(headers, payload));
        let error = receiver.recv().await.expect_err("no event");
        let text = aws_smithy_types::error::display::DisplayErrorContext(&error).to_string();
        assert!(text.contains(expected), "{text}");
        assert_eq!(receiver.recv().await.expect("the end"), None);
    }
}

#[tokio::test]
async fn frames_that_are_cut_or_damaged_are_errors() {
    let whole = frame(&[(":message-type", "event"), (":event-type", "note")], "\"n\"");
    for length in 1..whole.len() {
        let error = receive(whole[..length].to_vec()).recv().await.expect_err("a part of an event");
        assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    }
    for index in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[index] ^= 1;
        assert!(receive(damaged).recv().await.is_err(), "byte {index}");
    }
}

#[tokio::test]
async fn errors_of_secret_events_do_not_show_them() {
    let headers = [(":message-type", "event"), (":event-type", "s"), ("flag", "hush")];
    let bytes = frame(&headers, "hush");
    let mut receiver = EventReceiver::<Secret, FeedError>::new(trickle(bytes.clone()));
    let error = receiver.recv().await.expect_err("a flag is not a string");
    assert!(!format!("{error:?} {receiver:?}").contains("hush"));
    assert!(matches!(error.raw_response(), Some(RawMessage::Invalid(None))));
}
