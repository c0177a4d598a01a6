//! Retry classification without type parameters: in, the error of an attempt;
//! out, whether to try again.
//!
//! The official classifiers are generic over the operation's error, so each
//! operation would compile its own copies. These ask a function pointer for the
//! error's [`Modeled`] view instead, and keep the official names, priorities and
//! verdicts: users refer to both in their own classifiers.

use crate::modeled::{Modeled, OperationError};
use aws_runtime::retries::classifiers::{THROTTLING_ERRORS, TRANSIENT_ERRORS};
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime::client::retries::classifiers::TransientErrorClassifier;
use aws_smithy_runtime_api::client::interceptors::context::{Error, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, RetryReason, SharedRetryClassifier,
};
use aws_smithy_types::retry::ErrorKind;
use std::convert::Infallible;
use std::time::Duration;

/// What the runtime needs to know about an operation's error type.
#[derive(Clone, Copy, Debug)]
pub struct ErrorType {
    modeled: fn(&Error) -> Option<&dyn Modeled>,
    clock_skew: fn() -> SharedRetryClassifier,
}

impl ErrorType {
    /// The facts of `E`.
    pub const fn of<E: OperationError>() -> Self {
        Self {
            modeled: |error| error.downcast_ref::<E>().map(E::inner),
            // It reads an extension of the response that is private to
            // aws-runtime, so this one has to stay the official generic.
            clock_skew: || SharedRetryClassifier::new(ServiceClockSkewClassifier::<E>::new()),
        }
    }

    /// The classifiers that each operation registers. `transient` are codes that mean a
    /// passing failure in this service only.
    pub(crate) fn classifiers(self, transient: &'static [&'static str]) -> [SharedRetryClassifier; 4] {
        [
            // Never looks at its type parameter.
            SharedRetryClassifier::new(TransientErrorClassifier::<Infallible>::new()),
            SharedRetryClassifier::new(ModeledAsRetryable(self)),
            SharedRetryClassifier::new(AwsErrorCode { errors: self, transient }),
            (self.clock_skew)(),
        ]
    }

    fn modeled(self, ctx: &InterceptorContext) -> Option<&dyn Modeled> {
        let Some(Err(error)) = ctx.output_or_error() else {
            return None;
        };
        OrchestratorError::as_operation_error(error).and_then(self.modeled)
    }
}

/// Retries the errors whose structure has the trait `@retryable`.
#[derive(Debug)]
struct ModeledAsRetryable(ErrorType);

impl ClassifyRetry for ModeledAsRetryable {
    fn classify_retry(&self, ctx: &InterceptorContext) -> RetryAction {
        self.0
            .modeled(ctx)
            .and_then(Modeled::retryable_error_kind)
            .map(RetryAction::retryable_error)
            .unwrap_or_default()
    }

    fn name(&self) -> &'static str {
        "Errors Modeled As Retryable"
    }

    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::modeled_as_retryable_classifier()
    }
}

/// Retries the error codes that mean throttling or a passing failure anywhere in AWS,
/// and those that mean the latter in the service.
#[derive(Debug)]
struct AwsErrorCode {
    errors: ErrorType,
    transient: &'static [&'static str],
}

impl ClassifyRetry for AwsErrorCode {
    fn classify_retry(&self, ctx: &InterceptorContext) -> RetryAction {
        let kind = match self.errors.modeled(ctx).and_then(|error| error.meta().code()) {
            Some(code) if THROTTLING_ERRORS.contains(&code) => ErrorKind::ThrottlingError,
            Some(code) if TRANSIENT_ERRORS.contains(&code) || self.transient.contains(&code) => {
                ErrorKind::TransientError
            }
            _ => return RetryAction::NoActionIndicated,
        };
        RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after: retry_after(ctx) })
    }

    /// Gives the server's delay to a verdict that an earlier classifier reached
    /// without one, a bare 500 for example. The header alone never causes a retry.
    fn classify_retry_v2(&self, ctx: &InterceptorContext, previous: &RetryAction) -> RetryAction {
        let own = self.classify_retry(ctx);
        if own != RetryAction::NoActionIndicated {
            return own;
        }
        let RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after: None }) = previous else {
            return RetryAction::NoActionIndicated;
        };
        match retry_after(ctx) {
            Some(delay) => {
                RetryAction::RetryIndicated(RetryReason::RetryableError { kind: *kind, retry_after: Some(delay) })
            }
            None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "AWS Error Code"
    }

    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_before(RetryClassifierPriority::modeled_as_retryable_classifier())
    }
}

/// The delay that the service asks for, in milliseconds.
fn retry_after(ctx: &InterceptorContext) -> Option<Duration> {
    let header = ctx.response()?.headers().get("x-amz-retry-after")?;
    header.parse().ok().map(Duration::from_millis)
}

#[cfg(test)]
mod tests;
