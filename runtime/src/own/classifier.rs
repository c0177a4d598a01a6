//! Retries by HTTP alone: in, the response of an attempt and what was found about it so far;
//! out, that 429 is throttling (RFC 6585, section 4), and the delay that the service asks for.

use super::response_facts::ResponseFacts;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, RetryReason,
};
use aws_smithy_types::retry::ErrorKind;
use std::time::Duration;

const TOO_MANY_REQUESTS: u16 = 429;

/// Retries what is throttled, and gives each retry the delay of `Retry-After`.
#[derive(Debug)]
pub(crate) struct HttpRetryClassifier;

impl ClassifyRetry for HttpRetryClassifier {
    fn classify_retry(&self, ctx: &InterceptorContext) -> RetryAction {
        self.classify_retry_v2(ctx, &RetryAction::NoActionIndicated)
    }

    /// The header alone never causes a retry.
    fn classify_retry_v2(&self, ctx: &InterceptorContext, previous: &RetryAction) -> RetryAction {
        let asked = retry_after(ctx);
        let (kind, retry_after) = match previous {
            RetryAction::RetryForbidden => return RetryAction::NoActionIndicated,
            // Another classifier knows better how long.
            RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after }) => {
                (Some(*kind), retry_after.or(asked))
            }
            _ => (None, asked),
        };
        let kind = if is_throttled(ctx) { Some(ErrorKind::ThrottlingError) } else { kind };
        match kind {
            Some(kind) => RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after }),
            None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "HTTP Retry-After"
    }

    fn priority(&self) -> RetryClassifierPriority {
        // After all others that every client has.
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}

fn is_throttled(ctx: &InterceptorContext) -> bool {
    ctx.response().is_some_and(|response| response.status().as_u16() == TOO_MANY_REQUESTS)
}

fn retry_after(ctx: &InterceptorContext) -> Option<Duration> {
    ctx.response()?.extension::<ResponseFacts>()?.retry_after
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_runtime_api::client::interceptors::context::Input;
    use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
    use aws_smithy_types::body::SdkBody;

    const DELAY: Duration = Duration::from_secs(7);

    fn found(status: u16, retry_after: Option<Duration>, previous: &RetryAction) -> RetryAction {
        let mut response = HttpResponse::new(status.try_into().expect("a status"), SdkBody::empty());
        response.add_extension(ResponseFacts { retry_after, ..ResponseFacts::default() });
        let mut ctx = InterceptorContext::new(Input::erase(()));
        ctx.set_response(response);
        HttpRetryClassifier.classify_retry_v2(&ctx, previous)
    }

    fn indicated(kind: ErrorKind, retry_after: Option<Duration>) -> RetryAction {
        RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after })
    }

    #[test]
    fn the_header_is_a_delay_and_no_reason() {
        let nothing = RetryAction::NoActionIndicated;
        assert_eq!(found(400, Some(DELAY), &nothing), nothing);
        assert_eq!(found(200, Some(DELAY), &nothing), nothing);
        let transient = RetryAction::transient_error();
        assert_eq!(found(503, Some(DELAY), &transient), indicated(ErrorKind::TransientError, Some(DELAY)));
        assert_eq!(found(503, None, &transient), transient);
    }

    #[test]
    fn status_429_is_throttling_whatever_the_model_says() {
        let nothing = RetryAction::NoActionIndicated;
        assert_eq!(found(429, None, &nothing), RetryAction::throttling_error());
        assert_eq!(found(429, Some(DELAY), &nothing), indicated(ErrorKind::ThrottlingError, Some(DELAY)));
        assert_eq!(found(429, None, &RetryAction::client_error()), RetryAction::throttling_error());
    }

    #[test]
    fn what_others_decided_is_kept() {
        let longer = indicated(ErrorKind::ServerError, Some(2 * DELAY));
        assert_eq!(found(503, Some(DELAY), &longer), longer);
        assert_eq!(found(429, Some(DELAY), &RetryAction::RetryForbidden), RetryAction::NoActionIndicated);
    }
}
