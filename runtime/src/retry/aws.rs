//! Retries of AWS's own: in, the code of an error, a header of the response, or the clock of
//! the service; out, whether to try again and when.

use super::ErrorType;
use crate::modeled::OperationError;
use aws_runtime::retries::classifiers::{THROTTLING_ERRORS, TRANSIENT_ERRORS};
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, RetryReason, SharedRetryClassifier,
};
use aws_smithy_types::retry::ErrorKind;
use std::time::Duration;

/// Retries signatures that were made by a wrong clock. It reads an extension of the response
/// that is private to aws-runtime, so this one has to stay the official generic.
pub(super) fn clock_skew<E: OperationError>() -> SharedRetryClassifier {
    SharedRetryClassifier::new(ServiceClockSkewClassifier::<E>::new())
}

/// Retries by the codes of errors. `transient` are codes that mean a passing failure in this
/// service only.
pub(super) fn error_codes(errors: ErrorType, transient: &'static [&'static str]) -> SharedRetryClassifier {
    SharedRetryClassifier::new(AwsErrorCode { errors, transient })
}

/// Retries the error codes that mean throttling or a passing failure anywhere in AWS,
/// and those that mean the latter in the service.
#[derive(Debug)]
pub(super) struct AwsErrorCode {
    pub(super) errors: ErrorType,
    pub(super) transient: &'static [&'static str],
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
