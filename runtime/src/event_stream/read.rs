//! Reads one event: in, a message; out, its members, or the error that it is.

use super::name;
use crate::error::{Built, DeserializeError};
use crate::format::{Kind, Source};
use crate::http::{ErrorResponse, Errors, Response};
use crate::secrets::Secrets;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::event_stream::{HeaderValue, Message};
use aws_smithy_types::{Blob, DateTime};

/// A union that is received as events, or a structure whose members are not all
/// in a document.
pub trait Read: Sized {
    /// Whether an event may hold a secret: if so, no error keeps the message.
    const IS_SENSITIVE: bool = false;

    /// Reads it.
    ///
    /// # Errors
    /// The event does not match the model.
    fn read(event: &Event<'_>) -> Built<Self>;
}

/// The errors of a union that is received as events.
pub trait ReadError: CreateUnhandledError {
    /// Whether one may hold a secret: if so, none that cannot be read keeps its message.
    const IS_SENSITIVE: bool = false;

    /// How they look.
    const ERRORS: &'static Errors;

    /// Reads the error that `error` is the code and the message of.
    fn read(event: &Event<'_>, error: ErrorResponse<'_>) -> Self;
}

/// An error of the model whose members are not all in a document.
pub trait ReadErrorEvent: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// The event does not match the model.
    fn read(event: &Event<'_>, error: &ErrorResponse<'_>) -> Built<Self>;
}

/// The event that `message` is, or its error.
pub(super) fn read<T: Read, E: ReadError>(message: &Message) -> Built<Result<T, E>> {
    let message = Received { message };
    Ok(match message.required(name::MESSAGE_TYPE)? {
        "event" => Ok(T::read(&Event { message, name: message.required(name::EVENT_TYPE)? })?),
        "exception" => {
            let event = Event { message, name: message.required(name::EXCEPTION_TYPE)? };
            let inner = as_response(&event);
            let response = Response::new(&inner).with_secrets(secrets_of::<E>());
            Err(E::read(&event, ErrorResponse::of_event(response, E::ERRORS, event.name)))
        }
        "error" => Err(message.unmodeled()?),
        _ => return Err(DeserializeError::new("the event has a `:message-type` that is not known")),
    })
}

fn secrets_of<E: ReadError>() -> &'static Secrets {
    if E::IS_SENSITIVE {
        Secrets::OF_EVENTS
    } else {
        Secrets::NONE
    }
}

/// Errors are read from responses: this one has a body, and nothing else.
fn as_response(event: &Event<'_>) -> HttpResponse {
    let status = StatusCode::try_from(200).expect("200 is a status code");
    HttpResponse::new(status, SdkBody::from(event.message.message.payload().clone()))
}

/// The type of an event, if that is what the message is.
pub(super) fn event_type(message: &Message) -> Option<&str> {
    Received { message }.text(name::EVENT_TYPE).ok().flatten()
}

#[derive(Clone, Copy)]
struct Received<'a> {
    message: &'a Message,
}

impl<'a> Received<'a> {
    fn header(self, name: &str) -> Option<&'a HeaderValue> {
        let header = self.message.headers().iter().find(|header| header.name().as_str() == name);
        header.map(|header| header.value())
    }

    fn text(self, name: &str) -> Built<Option<&'a str>> {
        match self.header(name) {
            None => Ok(None),
            Some(HeaderValue::String(value)) => Ok(Some(value.as_str())),
            Some(_) => Err(DeserializeError::new(format!("the header `{name}` of the event is not a string"))),
        }
    }

    fn required(self, name: &str) -> Built<&'a str> {
        self.text(name)?.ok_or_else(|| DeserializeError::new(format!("the event has no header `{name}`")))
    }

    /// An error that the model does not have.
    fn unmodeled<E: ReadError>(self) -> Built<E> {
        let mut meta = ErrorMetadata::builder().code(self.required(name::ERROR_CODE)?);
        if let Some(message) = self.text(name::ERROR_MESSAGE)?.filter(|_| !E::IS_SENSITIVE) {
            meta = meta.message(message);
        }
        let meta = meta.build();
        Ok(E::create_unhandled_error(meta.clone().into(), Some(meta)))
    }
}

/// An event that was received.
#[derive(Clone, Copy)]
pub struct Event<'a> {
    message: Received<'a>,
    name: &'a str,
}

impl<'a> Event<'a> {
    /// An initial message, which has no type in the model.
    pub(super) fn initial(message: &'a Message) -> Self {
        Self { message: Received { message }, name: name::INITIAL_RESPONSE }
    }

    /// Its type: the name of a member of the union.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// A member with `@eventHeader`.
    ///
    /// # Errors
    /// The header is not of its type.
    pub fn header<T: HeaderRead>(&self, name: &str) -> Built<Option<T>> {
        let Some(value) = self.message.header(name) else {
            return Ok(None);
        };
        match T::read(value) {
            Some(value) => Ok(Some(value)),
            None => Err(DeserializeError::new(format!("the header `{name}` of the event is not of its type"))),
        }
    }

    /// A member with `@eventHeader` that is an enum.
    ///
    /// # Errors
    /// The header is not a string.
    pub fn header_as<T: for<'b> From<&'b str>>(&self, name: &str) -> Built<Option<T>> {
        Ok(self.message.text(name)?.map(T::from))
    }

    /// An event that knows where its members are.
    ///
    /// # Errors
    /// The event does not match the model.
    pub fn structure<T: Read>(&self) -> Built<T> {
        T::read(self)
    }

    /// As [`structure`](Self::structure), of an error.
    ///
    /// # Errors
    /// The event does not match the model.
    pub fn error<T: ReadErrorEvent>(&self, error: &ErrorResponse<'_>) -> Built<T> {
        T::read(self, error)
    }

    fn payload(&self) -> &'a [u8] {
        self.message.message.payload()
    }

    /// The payload as bytes.
    pub fn blob(&self) -> Option<Blob> {
        Some(Blob::new(self.payload()))
    }

    /// The payload as text.
    ///
    /// # Errors
    /// It is not UTF-8.
    pub fn text(&self) -> Built<Option<String>> {
        match std::str::from_utf8(self.payload()) {
            Ok(text) => Ok(Some(text.to_owned())),
            Err(error) => Err(DeserializeError::new("the payload of the event is not UTF-8").with_source(error)),
        }
    }

    /// The payload as text that an enum is made of.
    ///
    /// # Errors
    /// It is not UTF-8.
    pub fn text_as<T: for<'b> From<&'b str>>(&self) -> Built<Option<T>> {
        Ok(self.text()?.as_deref().map(T::from))
    }
}

impl<'a> Source<'a> for Event<'a> {
    fn document(&self) -> &'a [u8] {
        self.payload()
    }

    fn kind(&self) -> Kind {
        Kind::Event
    }
}

/// The value of a header of an event.
pub trait HeaderRead: Sized {
    /// The value; `None` for one of another type.
    fn read(value: &HeaderValue) -> Option<Self>;
}

impl HeaderRead for bool {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_bool().ok()
    }
}

impl HeaderRead for i8 {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_byte().ok()
    }
}

impl HeaderRead for i16 {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_int16().ok()
    }
}

impl HeaderRead for i32 {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_int32().ok()
    }
}

impl HeaderRead for i64 {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_int64().ok()
    }
}

impl HeaderRead for String {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_string().ok().map(|value| value.as_str().to_owned())
    }
}

impl HeaderRead for Blob {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_byte_array().ok().map(|value| Self::new(&value[..]))
    }
}

impl HeaderRead for DateTime {
    fn read(value: &HeaderValue) -> Option<Self> {
        value.as_timestamp().ok()
    }
}
