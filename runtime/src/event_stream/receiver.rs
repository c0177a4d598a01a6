//! The receiving end of a stream: in, a body as it comes; out, one event after
//! another.

use super::{name, read, Event, Read, ReadError};
use crate::error::{Built, DeserializeError};
use crate::http::Response;
use crate::op::{Finished, Output};
use aws_smithy_eventstream::frame::{DecodedFrame, MessageFrameDecoder};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::event_stream::{Message, RawMessage};
use bytes::{Buf, BytesMut};
use http_body::Body;
use std::fmt::{self, Debug};
use std::future::poll_fn;
use std::pin::Pin;

impl Response<'_> {
    /// The events of the body, as they arrive.
    pub fn events<T: Read, E: ReadError>(&self) -> Option<EventReceiver<T, E>> {
        Some(EventReceiver::new(self.take_body()))
    }
}

/// Receives the events of a stream.
pub struct EventReceiver<T, E> {
    messages: Messages,
    read: fn(&Message) -> Built<Result<T, E>>,
    is_sensitive: bool,
}

impl<T, E> EventReceiver<T, E> {
    /// Receives the events of `body`.
    #[doc(hidden)]
    pub fn new(body: SdkBody) -> Self
    where
        T: Read,
        E: ReadError,
    {
        Self { messages: Messages::new(body), read: read::read, is_sensitive: T::IS_SENSITIVE }
    }

    /// The next event; `None` at the end of the stream.
    ///
    /// # Errors
    /// An error that the service sent is a service error, and the last event. A
    /// message that cannot be read is a response error, a connection that broke a
    /// dispatch failure; nothing comes after these either.
    pub async fn recv(&mut self) -> Result<Option<T>, SdkError<E, RawMessage>> {
        let Some(message) = self.next().await.map_err(|error| self.failed(error))? else {
            return Ok(None);
        };
        let error = match (self.read)(&message) {
            Ok(Ok(event)) => return Ok(Some(event)),
            Ok(Err(error)) => SdkError::service_error(error, self.raw(message)),
            Err(error) => SdkError::response_error(error, self.raw(message)),
        };
        self.messages.end();
        Err(error)
    }

    /// The next message that is an event. An initial response nobody asked for is
    /// none (Smithy 2.0, "Initial message client and server behavior").
    async fn next(&mut self) -> Result<Option<Message>, Failure> {
        let message = self.messages.next().await?;
        match message {
            Some((message, true)) if is_initial_response(&message) => {
                Ok(self.messages.next().await?.map(|(message, _)| message))
            }
            message => Ok(message.map(|(message, _)| message)),
        }
    }

    /// The initial response, if it is what comes first.
    async fn take_initial(&mut self) -> Result<Option<Message>, Failure> {
        let message = self.messages.next().await?;
        match message {
            Some((message, true)) if is_initial_response(&message) => Ok(Some(message)),
            message => {
                self.messages.peeked = message;
                Ok(None)
            }
        }
    }

    fn failed(&self, failure: Failure) -> SdkError<E, RawMessage> {
        match failure {
            Failure::Body(error) => SdkError::dispatch_failure(ConnectorError::io(error)),
            Failure::Frame(error) => SdkError::response_error(error, RawMessage::invalid(None)),
        }
    }

    /// The message as an error keeps it.
    fn raw(&self, message: Message) -> RawMessage {
        if self.is_sensitive {
            RawMessage::invalid(None)
        } else {
            RawMessage::Decoded(message)
        }
    }
}

fn is_initial_response(message: &Message) -> bool {
    read::event_type(message) == Some(name::INITIAL_RESPONSE)
}

/// Events are not for logs.
impl<T, E> Debug for EventReceiver<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventReceiver")
    }
}

/// Waits for the initial response of an output whose members are in it, and
/// reads them.
///
/// `receiver` says which member the stream is; `read` fills in the others.
pub fn initial_response<O, T: 'static, E: 'static>(
    output: Output,
    receiver: fn(&mut O) -> &mut EventReceiver<T, E>,
    read: fn(O, &Event<'_>) -> Built<O>,
) -> Finished
where
    O: Debug + Send + Sync + 'static,
{
    Box::pin(async move {
        // An interceptor may have put in something else, which then is the output.
        let mut output: O = match output.downcast() {
            Ok(output) => output,
            Err(output) => return Ok(output),
        };
        let message = receiver(&mut output).take_initial().await;
        let output = match message.map_err(Failure::into_source)? {
            Some(message) => read(output, &Event::initial(&message))?,
            None => output,
        };
        Ok(Output::erase(output))
    })
}

/// Why there is no message.
enum Failure {
    /// The body broke off.
    Body(BoxError),
    /// What came is not a message.
    Frame(BoxError),
}

impl Failure {
    fn into_source(self) -> BoxError {
        match self {
            Self::Body(error) | Self::Frame(error) => error,
        }
    }
}

/// The messages in a body, of whatever types.
struct Messages {
    body: SdkBody,
    decoder: MessageFrameDecoder,
    buffer: BytesMut,
    /// Whether the decoder holds the beginning of a message.
    is_within: bool,
    is_over: bool,
    /// Whether no message came yet.
    is_first: bool,
    /// A message that was looked at before it was asked for.
    peeked: Option<(Message, bool)>,
}

impl Messages {
    fn new(body: SdkBody) -> Self {
        Self {
            body,
            decoder: MessageFrameDecoder::new(),
            buffer: BytesMut::new(),
            is_within: false,
            is_over: false,
            is_first: true,
            peeked: None,
        }
    }

    /// Nothing is handed out any more.
    fn end(&mut self) {
        self.is_over = true;
        self.peeked = None;
        self.buffer = BytesMut::new();
        self.body = SdkBody::taken();
    }

    /// The next message, and whether it is the first. What has been read is kept
    /// if the future is dropped.
    async fn next(&mut self) -> Result<Option<(Message, bool)>, Failure> {
        if let Some(message) = self.peeked.take() {
            return Ok(Some(message));
        }
        while !self.is_over {
            match self.decode() {
                Ok(Some(message)) => {
                    let is_first = std::mem::replace(&mut self.is_first, false);
                    return Ok(Some((message, is_first)));
                }
                Ok(None) => {}
                Err(error) => {
                    self.end();
                    return Err(Failure::Frame(error));
                }
            }
            match poll_fn(|cx| Pin::new(&mut self.body).poll_frame(cx)).await {
                // Trailers mean nothing here.
                Some(Ok(frame)) => self.buffer.extend_from_slice(frame.data_ref().map_or(&[], |data| data)),
                Some(Err(error)) => {
                    self.end();
                    return Err(Failure::Body(error));
                }
                None => {
                    let is_cut = self.is_within || self.buffer.has_remaining();
                    self.end();
                    if is_cut {
                        let error = DeserializeError::new("the stream ends in the middle of a message");
                        return Err(Failure::Frame(error.into()));
                    }
                }
            }
        }
        Ok(None)
    }

    fn decode(&mut self) -> Result<Option<Message>, BoxError> {
        let length = self.buffer.remaining();
        match self.decoder.decode_frame(&mut self.buffer)? {
            DecodedFrame::Complete(message) => {
                self.is_within = false;
                Ok(Some(message))
            }
            DecodedFrame::Incomplete => {
                self.is_within |= self.buffer.remaining() < length;
                Ok(None)
            }
        }
    }
}
