//! Ids of requests: in, an output, an error or a response; out, the id under which the service
//! has logged the request. The trait of the official crates cannot be it: for a response it
//! knows two headers of AWS's.

use super::response_facts::ResponseFacts;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ErrorMetadata;

/// The extra of an error's metadata that has the id.
pub(crate) const REQUEST_ID: &str = "request_id";

/// The same for services of AWS, where the official crates look for it.
pub(crate) const AWS_REQUEST_ID: &str = "aws_request_id";

/// What came with a response that may have the id of its request.
pub trait RequestId {
    /// Returns the id under which the service has logged the request, if the response has one.
    fn request_id(&self) -> Option<&str>;
}

impl RequestId for ErrorMetadata {
    fn request_id(&self) -> Option<&str> {
        // Of a response that came from elsewhere than the network, all is as it is with AWS.
        self.extra(REQUEST_ID).or_else(|| self.extra(AWS_REQUEST_ID))
    }
}

impl RequestId for HttpResponse {
    fn request_id(&self) -> Option<&str> {
        let id = self.extension::<ResponseFacts>()?.request_id.as_ref()?;
        Some(&id.value)
    }
}

impl<E> RequestId for SdkError<E, HttpResponse> {
    fn request_id(&self) -> Option<&str> {
        self.raw_response()?.request_id()
    }
}

impl<O: RequestId, E: RequestId> RequestId for Result<O, E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.request_id(),
            Err(error) => error.request_id(),
        }
    }
}
