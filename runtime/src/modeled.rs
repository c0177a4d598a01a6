//! Errors of a service: in, the error types that emitted code declares; out, one
//! object-safe view of them, so that everything that asks an error for its
//! metadata, source or retry kind exists once.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::ErrorKind;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// One error structure of the model, or [`Unhandled`].
pub trait Modeled: Error + ProvideErrorMetadata + Send + Sync + 'static {
    /// The kind of retry that the model's `@retryable` asks for.
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        None
    }
}

/// The error enum of an operation.
pub trait OperationError: Error + ProvideErrorMetadata + CreateUnhandledError + Send + Sync + 'static {
    /// What the variant holds. Every other trait of the enum delegates to it.
    fn inner(&self) -> &dyn Modeled;
}

/// The cause of an error enum: the modeled error itself, or what [`Unhandled`] wraps.
pub fn source(error: &dyn Modeled) -> Option<&(dyn Error + 'static)> {
    let error: &(dyn Error + 'static) = error;
    match error.downcast_ref::<Unhandled>() {
        Some(unhandled) => unhandled.source(),
        None => Some(error),
    }
}

/// How an error structure displays itself: its name, then the service's message.
pub fn display(name: &str, message: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(name)?;
    match message {
        Some(message) => write!(f, ": {message}"),
        None => Ok(()),
    }
}

/// An error that the model does not know, or that is not the service's.
#[derive(Debug)]
pub struct Unhandled {
    source: BoxError,
    meta: ErrorMetadata,
}

impl Unhandled {
    /// An error with what is known of it from the response.
    pub fn new(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self { source, meta: meta.unwrap_or_default() }
    }

    /// An error of which only the metadata is known.
    pub fn generic(meta: ErrorMetadata) -> Self {
        Self { source: meta.clone().into(), meta }
    }

    /// A whole [`SdkError`] whose service error, if it had one, was taken elsewhere.
    pub fn from_sdk_error<E, R>(error: SdkError<E, R>) -> Self
    where
        E: Error + ProvideErrorMetadata + Send + Sync + 'static,
        R: Debug + Send + Sync + 'static,
    {
        let meta = error.meta().clone();
        Self { source: error.into(), meta }
    }
}

impl Modeled for Unhandled {}

impl ProvideErrorMetadata for Unhandled {
    fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}

impl Error for Unhandled {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

impl Display for Unhandled {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.meta.code() {
            Some(code) => write!(f, "unhandled error ({code})"),
            None => f.write_str("unhandled error"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unhandled_error_names_its_code_and_passes_its_source_on() {
        let meta = ErrorMetadata::builder().code("Odd").message("m").build();
        let error = Unhandled::generic(meta);
        assert_eq!(error.to_string(), "unhandled error (Odd)");
        assert_eq!(source(&error).map(ToString::to_string), Error::source(&error).map(ToString::to_string));
        let error = Unhandled::new("no response".into(), None);
        assert_eq!(error.to_string(), "unhandled error");
        assert_eq!(source(&error).map(ToString::to_string).as_deref(), Some("no response"));
    }
}
