//! Streams of events in the tests that a model brings: in, events to be sent and
//! messages to be read; out, a panic that says how they differ from what the
//! model promises.

use super::{block_on, compare_body, official, Received, Sent};
use crate::event_stream::{EventReceiver, HeaderWrite};
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_http::event_stream::EventStreamSender;
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use futures_core::Stream;
use std::collections::VecDeque;
use std::error::Error;
use std::fmt::Debug;
use std::pin::Pin;
use std::task::{Context, Poll};

/// What a signed message has beside the one that is in it.
const SIGNATURE: &str = ":chunk-signature";

/// A stream of these events.
pub fn events<T, E>(events: Vec<Result<T, E>>) -> EventStreamSender<T, E>
where
    T: Send + Sync + Unpin + 'static,
    E: Error + Send + Sync + Unpin + 'static,
{
    EventStreamSender::from(Given(events.into()))
}

struct Given<I>(VecDeque<I>);

impl<I: Unpin> Stream for Given<I> {
    type Item = I;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<I>> {
        Poll::Ready(self.0.pop_front())
    }
}

impl Sent {
    /// The messages of the body, without their signatures.
    #[track_caller]
    pub fn events(self) -> Events {
        let body = ByteStream::new(self.0.into_body());
        let mut body = block_on(body.collect()).expect("every event can be sent").into_bytes();
        let mut messages = VecDeque::new();
        while !body.is_empty() {
            let message = read_message_from(&mut body).expect("frames");
            if value(&message, SIGNATURE).is_none() {
                messages.push_back(message);
            } else if !message.payload().is_empty() {
                messages.push_back(read_message_from(&mut message.payload().clone()).expect("a signed message"));
            }
        }
        Events(messages)
    }
}

fn value<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    message.headers().iter().find(|header| header.name().as_str() == name).map(|header| header.value())
}

/// The messages that were sent.
#[derive(Debug)]
pub struct Events(VecDeque<Message>);

impl Events {
    /// The next message.
    #[track_caller]
    #[allow(clippy::should_implement_trait)] // It panics where an iterator would end.
    pub fn next(&mut self) -> Event {
        Event(self.0.pop_front().expect("one more event"))
    }

    /// There is no other.
    #[track_caller]
    pub fn end(self) {
        assert_eq!(self.0, []);
    }
}

/// A message of a stream.
#[derive(Debug)]
pub struct Event(Message);

impl Event {
    /// A message with this payload, which is in base64 if its format is binary.
    pub fn new(payload: &str, media_type: &str) -> Self {
        let payload = official::decode_body_data(payload.as_bytes(), official::MediaType::from(media_type));
        Self(Message::new(payload.into_owned()))
    }

    /// The same with a header.
    pub fn header(self, name: &'static str, value: impl HeaderWrite) -> Self {
        Self(self.0.add_header(Header::new(name, value.value())))
    }

    /// A header.
    #[track_caller]
    pub fn has_header(&self, name: &str, expected: impl HeaderWrite) {
        assert_eq!(value(&self.0, name), Some(&expected.value()), "in `{name}`");
    }

    /// The name of a header that it must have.
    #[track_caller]
    pub fn has_some_header(&self, name: &str) {
        assert!(value(&self.0, name).is_some(), "there is no `{name}`");
    }

    /// The name of a header that it must not have.
    #[track_caller]
    pub fn has_no_header(&self, name: &str) {
        assert_eq!(value(&self.0, name), None, "in `{name}`");
    }

    /// The payload; of binary formats in base64.
    #[track_caller]
    pub fn has_body(&self, body: &str, media_type: &str) {
        compare_body(self.0.payload(), body, media_type, &format!("{:?}", self.0.headers()));
    }
}

impl Received {
    /// The same with one event more.
    pub fn event(self, event: Event) -> Self {
        let mut frame = Vec::new();
        write_message_to(&event.0, &mut frame).expect("a message");
        self.bytes(frame)
    }

    /// The same with one event more, given as base64.
    pub fn event_bytes(self, frame: &str) -> Self {
        self.bytes(base64::decode(frame).expect("base64"))
    }

    fn bytes(mut self, more: Vec<u8>) -> Self {
        let mut body = self.response.body().bytes().expect("the body is in memory").to_vec();
        body.extend(more);
        *self.response.body_mut() = SdkBody::from(body);
        self
    }
}

/// What a stream gives, to its end.
#[track_caller]
pub fn received<T, E>(mut stream: EventReceiver<T, E>) -> std::vec::IntoIter<Result<T, E>>
where
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    let mut events = Vec::new();
    while let Some(event) = block_on(stream.recv()).transpose() {
        events.push(event.map_err(|error| error.into_service_error()));
    }
    events.into_iter()
}

/// Either there is no output, or its stream has an error.
///
/// # Panics
/// All is well.
#[track_caller]
pub fn fails<O, T, E, S>(result: Result<O, S>, stream: fn(O) -> EventReceiver<T, E>)
where
    T: Debug,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    if let Ok(output) = result {
        let events: Vec<_> = received(stream(output)).collect();
        assert!(events.iter().any(Result::is_err), "no error in {events:?}");
    }
}
