//! Retry classification without type parameters: in, the error of an attempt;
//! out, whether to try again.
//!
//! The official classifiers are generic over the operation's error, so each
//! operation would compile its own copies. These ask a function pointer for the
//! error's [`Modeled`] view instead, and keep the official names, priorities and
//! verdicts: users refer to both in their own classifiers.

#[cfg(feature = "aws")]
mod aws;

use crate::modeled::{Modeled, OperationError};
use crate::own::HttpRetryClassifier;
use crate::service::{Owner, Service};
use aws_smithy_runtime::client::retries::classifiers::TransientErrorClassifier;
use aws_smithy_runtime_api::client::interceptors::context::{Error, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, SharedRetryClassifier,
};
use std::convert::Infallible;

/// What the runtime needs to know about an operation's error type.
#[derive(Clone, Copy, Debug)]
pub struct ErrorType {
    modeled: fn(&Error) -> Option<&dyn Modeled>,
    name: fn() -> &'static str,
    #[cfg(feature = "aws")]
    clock_skew: fn() -> SharedRetryClassifier,
}

impl ErrorType {
    /// The facts of `E`.
    pub const fn of<E: OperationError>() -> Self {
        Self {
            modeled: |error| error.downcast_ref::<E>().map(E::inner),
            name: std::any::type_name::<E>,
            #[cfg(feature = "aws")]
            clock_skew: aws::clock_skew::<E>,
        }
    }

    /// The module that the type is in, which is its operation's: what logs are filtered by. The
    /// text is for people, as logs are.
    pub(crate) fn module(self) -> &'static str {
        let name = (self.name)();
        name.rsplit_once("::").map_or(name, |(module, _)| module)
    }

    /// The classifiers that each operation of a service registers.
    pub(crate) fn classifiers(self, service: &Service) -> Vec<SharedRetryClassifier> {
        let mut classifiers = vec![
            // Never looks at its type parameter.
            SharedRetryClassifier::new(TransientErrorClassifier::<Infallible>::new()),
            SharedRetryClassifier::new(ModeledAsRetryable(self)),
        ];
        match service.owner() {
            #[cfg(feature = "aws")]
            Owner::Aws => {
                classifiers.push(aws::error_codes(self, service.errors_that_pass()));
                classifiers.push((self.clock_skew)());
            }
            #[cfg(feature = "aws")]
            Owner::Hosted => {
                classifiers.push(SharedRetryClassifier::new(HttpRetryClassifier));
                classifiers.push((self.clock_skew)());
            }
            Owner::Own => classifiers.push(SharedRetryClassifier::new(HttpRetryClassifier)),
        }
        classifiers
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

#[cfg(all(test, feature = "aws"))]
mod tests;
