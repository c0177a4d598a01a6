//! `@longPoll`: in, the retry settings of a call; out, the same for an operation that is
//! called again and again: where no retry is left, it waits before it returns the error, so
//! that a loop does not send one request after the other (AWS's retry behaviour 2.1).

use super::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetrySpec};

/// The service responds when it has a result or after a timeout.
#[derive(Clone, Copy, Debug)]
pub struct LongPoll;

impl Behaviour for LongPoll {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for LongPoll {
    fn name(&self) -> &'static str {
        "LongPollingInterceptor"
    }

    fn modify_before_retry_loop(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let polling = cfg.load::<RetryConfig>().and_then(polling);
        if let Some(config) = polling {
            cfg.interceptor_state().store_put(config);
        }
        Ok(())
    }
}

/// The settings for a long poll; None where the retry behaviour does not know of any.
fn polling(config: &RetryConfig) -> Option<RetryConfig> {
    let spec = config.retry_spec().filter(|spec| spec.is_at_least(RetrySpec::V2_1))?;
    Some(config.clone().with_retry_spec(spec.clone().with_long_polling(true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_new_retry_behaviour_knows_long_polls() {
        let is_polling = |config: &RetryConfig| polling(config)?.retry_spec().map(RetrySpec::long_polling);
        let config = RetryConfig::standard().with_max_attempts(7);
        assert_eq!(is_polling(&config), None);
        assert_eq!(is_polling(&config.clone().with_retry_spec(RetrySpec::v2_0())), None);
        let config = config.with_retry_spec(RetrySpec::v2_1());
        assert_eq!(is_polling(&config), Some(true));
        assert_eq!(polling(&config).map(|config| config.max_attempts()), Some(7));
    }
}
