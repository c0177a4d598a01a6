//! Finds out which error a response is.
//!
//! In: a response that is not a success. Out: the error's code, message and
//! request id, and the members of the modelled error if its body can be
//! deserialized. It exists because the response is often not the service's: a proxy's
//! HTML page must still become an error that names its status. Of an error that may have
//! sensitive members nothing is kept that was not deserialized according to the model.

use super::response::Response;
use crate::error::{Built, DeserializeError};
use crate::format::{Kind, Source};
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::error::ErrorMetadata;
use std::borrow::Cow;
use std::ops::Deref;

/// The extra of the metadata that says whose fault an error of `@awsQueryCompatible` is, `Sender`
/// or `Receiver`; so the official crates call it.
const TYPE: &str = "type";

/// How errors of a protocol look.
#[derive(Debug)]
pub struct Errors {
    /// What a body says of the error in it; the other argument is `path`.
    pub(crate) read: fn(&Response<'_>, &[&str]) -> ErrorBody,
    /// Where a body of XML has the error: the elements down to it, the root being the
    /// first. Without one, in the root, whatever its name.
    pub(crate) path: &'static [&'static str],
    /// Whether the header `x-amzn-errortype` counts.
    pub(crate) has_code_in_header: bool,
    /// Whether the body of a success is an error; the other argument is `path`.
    pub(crate) are_in_success: fn(&Response<'_>, &[&str]) -> bool,
    /// A header with this value is in each response of the protocol.
    pub(crate) mark: Option<(&'static str, &'static str)>,
    /// The codes that statuses have where there is no body.
    pub(crate) codes_without_body: &'static [(u16, &'static str)],
}

impl Errors {
    /// Whether the body of a response is an error, whatever its status says.
    pub(super) fn are_in(&self, response: &Response<'_>) -> bool {
        (self.are_in_success)(response, self.path)
    }

    /// Whether a response is one of the protocol.
    pub(super) fn check(&self, response: &Response<'_>) -> Built<()> {
        match self.mark {
            Some((name, value)) if response.header(name) != Some(value) => {
                Err(DeserializeError::new(format!("the header `{name}` is not `{value}`")))
            }
            _ => Ok(()),
        }
    }

    /// What the body of a response says.
    fn of_response(&self, response: &Response<'_>) -> ErrorBody {
        let status = response.inner().status().as_u16();
        if response.body().is_empty() {
            let code = self.codes_without_body.iter().find(|(of, _)| *of == status);
            return match code {
                Some((_, code)) => ErrorBody { code: Some((*code).to_owned()), ..ErrorBody::default() },
                None => ErrorBody::useless("an empty body"),
            };
        }
        // Whatever answered does not speak the protocol: only its status counts.
        if self.check(response).is_err() {
            return ErrorBody::useless("a body of another protocol");
        }
        self.of_document(response)
    }

    /// What a document says, of a response or an event.
    fn of_document(&self, response: &Response<'_>) -> ErrorBody {
        let body = (self.read)(response, self.path);
        if body.problem.is_none() && body.code.is_none() && body.message.is_none() {
            return ErrorBody { problem: Some("a body that names no error".into()), ..body };
        }
        body
    }
}

/// What the body says about the error.
#[derive(Clone, Debug, Default)]
pub(crate) struct ErrorBody {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    /// Why the body does not help, where it does not.
    pub(crate) problem: Option<Cow<'static, str>>,
}

impl ErrorBody {
    /// A body that does not help.
    pub(crate) fn useless(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { problem: Some(problem.into()), ..Self::default() }
    }
}

/// A response that is not a success.
#[derive(Clone)]
pub struct ErrorResponse<'a> {
    response: Response<'a>,
    errors: &'static Errors,
    /// Which error of the model it is; empty where nothing says so.
    code: String,
    /// What callers know the error as.
    known_as: Option<String>,
    /// Whose fault it is.
    ty: Option<String>,
    body: ErrorBody,
    /// What is said of it in place of the service.
    problem: Option<String>,
}

impl<'a> Deref for ErrorResponse<'a> {
    type Target = Response<'a>;

    fn deref(&self) -> &Response<'a> {
        &self.response
    }
}

impl<'a> ErrorResponse<'a> {
    /// Resolves code and message: the code is in the header `x-amzn-errortype`
    /// or in the body, and tells which error of the model it is. A service with
    /// `@awsQueryCompatible` says in a header of its own what the error was called
    /// before: that is the code for callers, whose programs know it.
    pub(crate) fn parse(response: Response<'a>, errors: &'static Errors) -> Self {
        let body = errors.of_response(&response);
        let (of_query, query_type) = response.query_error().unzip();
        let header = response.header("x-amzn-errortype").filter(|_| errors.has_code_in_header);
        let codes = [header, body.code.as_deref()];
        let of_model = codes.into_iter().flatten().map(bare_code).find(|code| !code.is_empty()).map(str::to_owned);
        let known_as = of_query.map(str::to_owned).or_else(|| of_model.clone());
        let secrets = response.secrets();
        let query_type = query_type.filter(|_| !secrets.hide("x-amzn-query-error"));
        let ty = query_type.map(str::to_owned);
        // A code says what happened; without one the status has to.
        let problem =
            body.problem.as_deref().filter(|_| known_as.is_none()).map(|problem| describe(&response, problem));
        Self { code: of_model.unwrap_or_default(), known_as, ty, body, problem, errors, response }
    }

    /// The error of an event, whose code is its type. `response` has its payload.
    #[cfg(feature = "event-stream")]
    pub(crate) fn of_event(response: Response<'a>, errors: &'static Errors, code: &str) -> Self {
        Self {
            code: code.to_owned(),
            known_as: Some(code.to_owned()),
            ty: None,
            body: errors.of_document(&response),
            problem: None,
            errors,
            response,
        }
    }

    /// The code without namespace and URL; empty if there is none.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The message in the body, under any of the names that services use.
    pub fn message(&self) -> Option<String> {
        self.body.message.clone()
    }

    /// Code, message and request id.
    pub fn metadata(&self) -> ErrorMetadata {
        let message = self.body.message.as_ref().or(self.problem.as_ref());
        self.metadata_with(message, self.known_as.as_ref())
    }

    /// Code, type and request id, for an error whose message is a secret.
    pub fn metadata_without_message(&self) -> ErrorMetadata {
        self.metadata_with(None, self.known_as.as_ref())
    }

    /// What may be known of an error that is not of the model, or cannot be read.
    pub fn into_metadata(self) -> ErrorMetadata {
        let secrets = self.response.secrets();
        let message = self.body.message.as_ref().filter(|_| !secrets.messages);
        let code = self.known_as.as_ref().filter(|_| !secrets.hide_codes());
        self.metadata_with(message.or(self.problem.as_ref()), code)
    }

    fn metadata_with(&self, message: Option<&String>, code: Option<&String>) -> ErrorMetadata {
        let mut metadata = ErrorMetadata::builder();
        if let Some(code) = code {
            metadata = metadata.code(code);
            if let Some(ty) = &self.ty {
                metadata = metadata.custom(TYPE, ty.clone());
            }
        }
        if let Some(message) = message {
            metadata = metadata.message(message);
        }
        if let Some(id) = self.body.request_id.as_ref().filter(|_| !self.response.secrets().codes) {
            // What a header says comes later and counts.
            metadata = metadata.custom(self.response.request_id_key(), id.clone());
        }
        self.response.add_request_ids(metadata).build()
    }

    /// The modelled error that `wrap` holds.
    pub fn modeled<T: ReadError, E: CreateUnhandledError>(self, wrap: fn(T) -> E) -> E {
        self.read(T::read_response, wrap)
    }

    /// The modelled error that `read` makes of this response; if it cannot be
    /// read, the unhandled one, which keeps code, message and request id.
    pub fn read<T, E: CreateUnhandledError>(
        self,
        read: impl FnOnce(&ErrorResponse<'_>) -> Result<T, DeserializeError>,
        wrap: fn(T) -> E,
    ) -> E {
        match read(&self) {
            Ok(error) => wrap(error),
            Err(error) => E::create_unhandled_error(Box::new(error), Some(self.into_metadata())),
        }
    }
}

impl<'a> Source<'a> for ErrorResponse<'a> {
    fn document(&self) -> &'a [u8] {
        self.body()
    }

    fn kind(&self) -> Kind {
        Kind::Error(self.errors.path.get(1..).unwrap_or_default())
    }
}

/// A modelled error, read from its response.
pub trait ReadError: Sized {
    /// Reads the members from wherever they are bound to.
    ///
    /// # Errors
    /// The response is not what the model says.
    fn read_response(error: &ErrorResponse<'_>) -> Built<Self>;
}

/// Cuts `namespace#Code:http://url` down to `Code`.
fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.split_once('#').map_or(code, |(_, code)| code).trim()
}

fn describe(response: &Response<'_>, problem: &str) -> String {
    let status = response.inner().status().as_u16();
    match reason(status) {
        _ if response.secrets().status => format!("a response with {problem}"),
        Some(reason) => format!("{status} {reason} with {problem}"),
        None => format!("status {status} with {problem}"),
    }
}

/// The reason phrases of RFC 9110 and 6585 that a service or a proxy sends.
fn reason(status: u16) -> Option<&'static str> {
    Some(match status {
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        426 => "Upgrade Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
