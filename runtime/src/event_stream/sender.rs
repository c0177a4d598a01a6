//! The body of a request that is a stream: in, the events that a caller has or
//! will have; out, frames, each signed with the signature of the one before.

use super::{name, EventWriter, Write, MEDIA_TYPE};
use crate::format::{Format, Writer};
use crate::http::Request;
use crate::op::{ConfigBag, Serialized};
use aws_smithy_eventstream::frame::{write_message_to, DeferredSigner, SignMessage};
use aws_smithy_http::event_stream::EventStreamSender;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::event_stream::Message;
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};
use std::error::Error;
use std::pin::Pin;
use std::task::{ready, Context, Poll};

impl Request {
    /// The request whose body is `events`.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn events<T, E>(self, events: EventStreamSender<T, E>, cfg: &mut ConfigBag) -> Serialized
    where
        T: Write + Send + Sync + 'static,
        E: Write + Error + Send + Sync + 'static,
    {
        self.event_body(None, events, cfg)
    }

    /// The same with the members of `initial` in a message before the events.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn events_after<F: Format, T, E>(
        self,
        initial: Writer<F>,
        events: EventStreamSender<T, E>,
        cfg: &mut ConfigBag,
    ) -> Serialized
    where
        T: Write + Send + Sync + 'static,
        E: Write + Error + Send + Sync + 'static,
    {
        let mut event = EventWriter::default();
        event.begin(name::INITIAL_REQUEST).body(initial);
        self.event_body(Some(event.finish()?), events, cfg)
    }

    fn event_body<T, E>(
        mut self,
        initial: Option<Message>,
        events: EventStreamSender<T, E>,
        cfg: &mut ConfigBag,
    ) -> Serialized
    where
        T: Write + Send + Sync + 'static,
        E: Write + Error + Send + Sync + 'static,
    {
        // What signs the request sends on what signs its events. If nothing
        // does, they go out as they are.
        let (signer, sender) = DeferredSigner::new();
        cfg.interceptor_state().store_put(sender);
        let events: Messages = Box::pin(Written { events: events.into_inner(), is_over: false });
        let body = EventBody { initial, events: Some(events), signer };
        self.default_header("content-type", MEDIA_TYPE.into());
        self.into_request(SdkBody::from_body_1_x(body))
    }
}

type Messages = Pin<Box<dyn Stream<Item = Result<Message, BoxError>> + Send + Sync>>;

/// The caller's stream, as messages. All that knows the types of events.
struct Written<T, E> {
    events: Pin<Box<dyn Stream<Item = Result<T, E>> + Send + Sync>>,
    is_over: bool,
}

impl<T: Write, E: Write> Stream for Written<T, E> {
    type Item = Result<Message, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let mut event = EventWriter::default();
        match ready!(self.events.as_mut().poll_next(cx)) {
            Some(Ok(value)) => value.write(&mut event),
            // An error is the last event.
            Some(Err(error)) => {
                self.is_over = true;
                error.write(&mut event);
            }
            None => return Poll::Ready(None),
        }
        Poll::Ready(Some(event.finish()))
    }
}

/// Messages, framed and signed.
struct EventBody {
    initial: Option<Message>,
    /// `None` once the stream is over.
    events: Option<Messages>,
    signer: DeferredSigner,
}

impl EventBody {
    fn frame(&mut self, message: Message) -> Result<Bytes, BoxError> {
        let message = self.signer.sign(message)?;
        encode(&message)
    }

    /// The message that ends a signed stream.
    fn last(&mut self) -> Option<Result<Bytes, BoxError>> {
        let message = self.signer.sign_empty()?;
        Some(message.and_then(|message| encode(&message)))
    }
}

fn encode(message: &Message) -> Result<Bytes, BoxError> {
    let mut frame = Vec::new();
    write_message_to(message, &mut frame)?;
    Ok(frame.into())
}

impl Body for EventBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let Some(events) = &mut this.events else {
            return Poll::Ready(None);
        };
        let message = match this.initial.take() {
            Some(initial) => Some(Ok(initial)),
            None => ready!(events.as_mut().poll_next(cx)),
        };
        let frame = match message {
            Some(message) => Some(message.and_then(|message| this.frame(message))),
            None => {
                this.events = None;
                this.last()
            }
        };
        if let Some(Err(_)) = frame {
            this.events = None;
        }
        Poll::Ready(frame.map(|frame| frame.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.events.is_none()
    }
}
