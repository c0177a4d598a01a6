//! Writes one event: in, its type and its members; out, the message of it.
//!
//! Sticky like the codecs: the first member that cannot be sent is the error
//! that [`EventWriter::finish`] returns.

use super::name;
use crate::format::{Format, Writer};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::operation::SerializationError;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use aws_smithy_types::{Blob, DateTime};
use bytes::Bytes;

/// Something that is sent as an event: a union, the error of one, or a structure
/// whose members are not all in a document.
pub trait Write {
    /// Writes it; what is wrong with it is remembered by the writer.
    fn write(self, event: &mut EventWriter);
}

/// An event that is being written.
#[derive(Default)]
pub struct EventWriter {
    headers: Vec<Header>,
    payload: Bytes,
    error: Option<BoxError>,
}

impl EventWriter {
    /// The message.
    ///
    /// # Errors
    /// The first problem. No message quotes a value.
    pub(super) fn finish(self) -> Result<Message, BoxError> {
        match self.error {
            None => Ok(Message::new_from_parts(self.headers, self.payload)),
            Some(error) => Err(error),
        }
    }

    /// Begins an event of the type `name`.
    pub fn begin(&mut self, name: &'static str) -> &mut Self {
        self.push(name::MESSAGE_TYPE, "event");
        self.push(name::EVENT_TYPE, name);
        self
    }

    /// Begins an error of the type `name`.
    pub fn begin_error(&mut self, name: &'static str) -> &mut Self {
        self.push(name::MESSAGE_TYPE, "exception");
        self.push(name::EXCEPTION_TYPE, name);
        self
    }

    fn push(&mut self, name: &'static str, value: &'static str) {
        self.headers.push(Header::new(name, HeaderValue::String(value.into())));
    }

    /// A member with `@eventHeader`, if it is set.
    pub fn header(&mut self, name: &'static str, value: Option<impl HeaderWrite>) {
        if let Some(value) = value {
            self.headers.push(Header::new(name, value.value()));
        }
    }

    /// The members of an event that knows where they are.
    pub fn structure(&mut self, value: impl Write) {
        value.write(self);
    }

    // Payloads

    /// A payload of bytes.
    pub fn blob(&mut self, value: Option<Blob>, content_type: &'static str) {
        self.put(value.map(Blob::into_inner).unwrap_or_default(), content_type);
    }

    /// A payload of text.
    pub fn text(&mut self, value: Option<String>, content_type: &'static str) {
        self.put(value.unwrap_or_default().into_bytes(), content_type);
    }

    /// The document of `writer`.
    pub fn body<F: Format>(&mut self, writer: Writer<F>) {
        match writer.finish() {
            Ok(document) => self.put(document, F::CONTENT_TYPE),
            Err(error) => self.fail(error),
        }
    }

    /// The document of `writer`; nothing without one.
    pub fn payload<F: Format>(&mut self, writer: Option<Writer<F>>) {
        if let Some(writer) = writer {
            self.body(writer);
        }
    }

    fn put(&mut self, payload: Vec<u8>, content_type: &'static str) {
        self.push(name::CONTENT_TYPE, content_type);
        self.payload = payload.into();
    }

    // Errors

    /// Refuses the unknown variant of the union `name`.
    pub fn fail_unknown_variant(&mut self, name: &'static str) {
        self.fail(SerializationError::unknown_variant(name).into());
    }

    /// Refuses an error that the model does not have.
    pub fn fail_unhandled(&mut self, name: &'static str) {
        self.fail(format!("an unhandled `{name}` cannot be sent: it is for what a service sends").into());
    }

    #[cold]
    fn fail(&mut self, error: BoxError) {
        self.error.get_or_insert(error);
    }
}

/// A value that can be a header of an event.
pub trait HeaderWrite {
    /// The value of the header.
    fn value(self) -> HeaderValue;
}

impl HeaderWrite for bool {
    fn value(self) -> HeaderValue {
        HeaderValue::Bool(self)
    }
}

impl HeaderWrite for i8 {
    fn value(self) -> HeaderValue {
        HeaderValue::Byte(self)
    }
}

impl HeaderWrite for i16 {
    fn value(self) -> HeaderValue {
        HeaderValue::Int16(self)
    }
}

impl HeaderWrite for i32 {
    fn value(self) -> HeaderValue {
        HeaderValue::Int32(self)
    }
}

impl HeaderWrite for i64 {
    fn value(self) -> HeaderValue {
        HeaderValue::Int64(self)
    }
}

impl HeaderWrite for &str {
    fn value(self) -> HeaderValue {
        HeaderValue::String(self.to_owned().into())
    }
}

impl HeaderWrite for &Blob {
    fn value(self) -> HeaderValue {
        HeaderValue::ByteArray(Bytes::copy_from_slice(self.as_ref()))
    }
}

impl HeaderWrite for &DateTime {
    fn value(self) -> HeaderValue {
        HeaderValue::Timestamp(*self)
    }
}
