//! The second id of requests that S3 has: in, an output, an error or a response; out, the id of
//! the server that has responded, which AWS's support asks for beside the id of the request.

use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::http::{Headers, Response};
use aws_smithy_types::error::ErrorMetadata;

/// The header of a response that has the id.
pub(crate) const HEADER: &str = "x-amz-id-2";

/// The extra of an error's metadata that has it, where the official crate has it, too.
pub(crate) const EXTRA: &str = "s3_extended_request_id";

/// What came with a response of S3 that may have an extended request id.
pub trait RequestIdExt {
    /// Returns the extended request id, if the response has one.
    fn extended_request_id(&self) -> Option<&str>;
}

impl RequestIdExt for Headers {
    fn extended_request_id(&self) -> Option<&str> {
        self.get(HEADER)
    }
}

impl<B> RequestIdExt for Response<B> {
    fn extended_request_id(&self) -> Option<&str> {
        self.headers().extended_request_id()
    }
}

impl RequestIdExt for ErrorMetadata {
    fn extended_request_id(&self) -> Option<&str> {
        self.extra(EXTRA)
    }
}

impl<E> RequestIdExt for SdkError<E, Response> {
    fn extended_request_id(&self) -> Option<&str> {
        self.raw_response()?.extended_request_id()
    }
}

impl<O: RequestIdExt, E: RequestIdExt> RequestIdExt for Result<O, E> {
    fn extended_request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.extended_request_id(),
            Err(error) => error.extended_request_id(),
        }
    }
}
