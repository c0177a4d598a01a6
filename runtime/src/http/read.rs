//! Reads a response. In: what reads an output, what reads an error, and how errors of the
//! protocol look. Out: one of the two, as the orchestrator takes it.

use super::error_response::{ErrorResponse, Errors};
use super::response::Response;
use crate::error::Built;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Output, OutputOrError};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::error::ErrorMetadata;
use std::fmt::Debug;

impl Response<'_> {
    /// Reads the output where the status is a success and the error where it
    /// is not.
    ///
    /// A success that cannot be read is an error of the operation, so that it
    /// is not taken for a failure of the network and sent again.
    ///
    /// # Errors
    /// What `read_error` makes of the response.
    pub fn read<O, E>(
        &self,
        errors: &'static Errors,
        read_output: fn(&Response<'_>) -> Built<O>,
        read_error: fn(ErrorResponse<'_>) -> E,
    ) -> OutputOrError
    where
        O: Debug + Send + Sync + 'static,
        E: std::error::Error + CreateUnhandledError + Send + Sync + 'static,
    {
        let error = if self.is_success(errors) {
            match errors.check(self).and_then(|()| read_output(self)) {
                Ok(output) => return Ok(Output::erase(output)),
                Err(error) => E::create_unhandled_error(Box::new(error), Some(self.bare_metadata())),
            }
        } else {
            read_error(ErrorResponse::parse(*self, errors))
        };
        Err(OrchestratorError::operation(Error::erase(error)))
    }

    fn is_success(&self, errors: &Errors) -> bool {
        self.inner().status().is_success() && !(self.has_errors_in_success() && errors.are_in(self))
    }

    /// What is known of a response whose body is of no use.
    fn bare_metadata(&self) -> ErrorMetadata {
        self.add_request_ids(ErrorMetadata::builder()).build()
    }
}

#[cfg(test)]
mod tests;
