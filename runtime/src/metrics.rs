//! What the user agent says of a call, beside what the official runtime puts there: in, what
//! differs between services; out, the features of calls and the interceptors that find them.
//! AWS counts by it how its SDKs are used ("business metrics" of the user agent, `m/...`).

use crate::official::{dyn_dispatch_hint, AwsSdkFeature};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::Document;
use aws_types::endpoint_config::AccountIdEndpointMode;

/// What is counted of the calls of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Metric {
    /// The protocol is `smithy.protocols#rpcv2Cbor`.
    RpcV2Cbor,
    /// Whether endpoints of single accounts are asked for.
    AccountIdEndpointMode,
    /// What the endpoint rules say in `metricValues`.
    EndpointRules,
}

/// Stores the feature for the setting `account_id_endpoint_mode`.
#[derive(Debug)]
pub(crate) struct TrackAccountIdEndpointMode;

#[dyn_dispatch_hint]
impl Intercept for TrackAccountIdEndpointMode {
    fn name(&self) -> &'static str {
        "AccountIdEndpointFeatureTrackerInterceptor"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match cfg.load::<AccountIdEndpointMode>() {
            Some(AccountIdEndpointMode::Preferred) | None => AwsSdkFeature::AccountIdModePreferred,
            Some(AccountIdEndpointMode::Disabled) => AwsSdkFeature::AccountIdModeDisabled,
            Some(AccountIdEndpointMode::Required) => AwsSdkFeature::AccountIdModeRequired,
            // A mode that is newer than this.
            Some(_) => return Ok(()),
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }
}

/// Adds the `metricValues` of the endpoint to the user agent. No type of the official runtime
/// has a place for them, so they are put into the header that it has written.
#[derive(Debug)]
pub(crate) struct TrackEndpoint;

/// The two headers with the user agent.
const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];
/// What more would make the official user agent drop metrics.
const MOST_BYTES: usize = 1024;

#[dyn_dispatch_hint]
impl Intercept for TrackEndpoint {
    fn name(&self) -> &'static str {
        "EndpointFeatureTrackerInterceptor"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let endpoint = cfg.load::<Endpoint>();
        let Some(Document::Array(values)) = endpoint.and_then(|it| it.properties().get("metricValues")) else {
            return Ok(());
        };
        let headers = context.request_mut().headers_mut();
        for name in HEADERS {
            let Some(agent) = headers.get(name) else { continue };
            let agent = values.iter().filter_map(Document::as_string).fold(agent.to_owned(), with_metric);
            headers.try_insert(name, agent)?;
        }
        Ok(())
    }
}

/// The user agent with one metric more: `m/E` becomes `m/E,O`.
fn with_metric(agent: String, metric: &str) -> String {
    let mut words: Vec<String> = agent.split(' ').map(str::to_owned).collect();
    match words.iter_mut().find(|word| word.starts_with("m/")) {
        Some(word) if word[2..].split(',').any(|known| known == metric) => {}
        Some(word) if word.len() + metric.len() < MOST_BYTES => {
            word.push(',');
            word.push_str(metric);
        }
        Some(_) => {}
        None => words.push(format!("m/{metric}")),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_there_once() {
        let add = |agent: &str, metric| with_metric(agent.to_owned(), metric);
        assert_eq!(add("aws-sdk-rust/1 ua/2.1 m/E,n app/x", "O"), "aws-sdk-rust/1 ua/2.1 m/E,n,O app/x");
        assert_eq!(add("aws-sdk-rust/1 m/O", "O"), "aws-sdk-rust/1 m/O");
        assert_eq!(add("aws-sdk-rust/1", "O"), "aws-sdk-rust/1 m/O");
        let full = format!("m/{}", "A,".repeat(520));
        assert_eq!(add(&full, "O"), full);
    }
}
