//! What can go wrong between a shape and its bytes.
//!
//! Two small error types come out: [`DeserializeError`] for a response that
//! cannot be read and [`SerializationError`] for an input that cannot be
//! written. They exist apart from the codecs because HTTP bindings and every
//! codec fail with the same two types. No message quotes a value or body text.

use aws_smithy_types::error::operation::BuildError;
use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A part of a response, or why it could not be deserialized.
pub type Built<T> = Result<T, DeserializeError>;

/// A response that does not have the form that the model promises.
///
/// The message says what is wrong and where: the path of member names and the
/// byte offset.
pub struct DeserializeError(Box<Details>);

struct Details {
    what: Cow<'static, str>,
    offset: Option<usize>,
    path: Option<String>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl DeserializeError {
    /// An error with the message `what`.
    pub fn new(what: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Details { what: what.into(), offset: None, path: None, source: None }))
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Adds where in the body it is.
    #[must_use]
    pub(crate) fn at(mut self, offset: usize, path: Option<String>) -> Self {
        self.0.offset = Some(offset);
        self.0.path = path;
        self
    }

    /// The offset in the body, in bytes, where that is known.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }
}

impl From<BuildError> for DeserializeError {
    fn from(error: BuildError) -> Self {
        Self::new("the response lacks what its output needs").with_source(error)
    }
}

impl fmt::Display for DeserializeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.what)?;
        if let Some(path) = &self.0.path {
            write!(f, " at `{path}`")?;
        }
        if let Some(offset) = self.0.offset {
            write!(f, " (byte {offset} of the body)")?;
        }
        Ok(())
    }
}

impl fmt::Debug for DeserializeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeserializeError")
            .field("what", &self.0.what)
            .field("path", &self.0.path)
            .field("offset", &self.0.offset)
            .field("source", &self.0.source)
            .finish()
    }
}

impl Error for DeserializeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}

/// An input that cannot be written.
///
/// What the official `aws_smithy_types::error::operation::SerializationError`
/// has no words for; where it has, that type is used.
#[derive(Debug)]
pub struct SerializationError {
    limit: u8,
}

impl SerializationError {
    pub(crate) fn too_deep(limit: u8) -> Self {
        Self { limit }
    }
}

impl fmt::Display for SerializationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.limit;
        write!(f, "the input is nested more than {limit} levels deep")
    }
}

impl Error for SerializationError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_one_pointer() {
        assert_eq!(size_of::<DeserializeError>(), size_of::<usize>());
    }

    #[test]
    fn the_message_says_what_and_where() {
        let error = DeserializeError::new("expected a string, found a number");
        assert_eq!(error.to_string(), "expected a string, found a number");
        let error = error.at(17, Some("query.status".to_owned()));
        assert_eq!(error.to_string(), "expected a string, found a number at `query.status` (byte 17 of the body)");
        assert!(error.with_source("cause").source().is_some());
    }
}
