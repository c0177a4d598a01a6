//! The HTTP bindings of members: labels, query, headers, payload, status.
//!
//! Members go in and an official `HttpRequest` comes out ([`Request`]); an
//! official `HttpResponse` goes in and members come out ([`Response`],
//! [`ErrorResponse`]). It exists because what is bound where is all that the
//! model decides; how it is encoded is the same for each operation.

mod error_response;
mod list;
mod read;
mod request;
mod response;

pub(crate) use error_response::ErrorBody;
pub use error_response::{ErrorResponse, Errors, ReadError};
pub use request::Request;
pub use response::Response;
