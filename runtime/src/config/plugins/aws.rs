//! What clients of AWS's services have: in, the components that every client has; out, the same
//! with the interceptors of the SDK, in the order in which it registers them.

use super::Settings;
use crate::metrics::{Metric, TrackAccountIdEndpointMode, TrackEndpoint};
use crate::official::{dyn_dispatch_hint, AwsSdkFeature, SmithySdkFeature};
use crate::service::Service;
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::service_clock_skew::ServiceClockSkewInterceptor;
use aws_runtime::user_agent::UserAgentInterceptor;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::endpoint_config::EndpointUrl;
use aws_types::region::Region;
use std::borrow::Cow;

/// Calls share a quota of retries by service and region.
pub(super) fn retry_partition(settings: &Settings) -> Cow<'static, str> {
    let module = settings.service().module();
    match settings.load::<Region>() {
        Some(region) => Cow::Owned(format!("{module}-{region}")),
        None => Cow::Borrowed(module),
    }
}

pub(super) fn with_interceptors(
    mut components: RuntimeComponentsBuilder,
    service: &Service,
) -> RuntimeComponentsBuilder {
    if service.counts(Metric::AccountIdEndpointMode) {
        // Before that of the endpoint: features are listed from the last one.
        components.push_interceptor(SharedInterceptor::permanent(TrackAccountIdEndpointMode));
    }
    components = with_clock_skew(components.with_interceptor(SharedInterceptor::permanent(TrackRetryMode)))
        .with_interceptor(RequestInfoInterceptor::new())
        .with_interceptor(UserAgentInterceptor::new())
        .with_interceptor(InvocationIdInterceptor::new())
        .with_interceptor(SharedInterceptor::permanent(RecursionDetectionInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(TrackEndpointOverride))
        .with_interceptor(SharedInterceptor::permanent(TrackObservability));
    if service.counts(Metric::EndpointRules) {
        // After the user agent is written.
        components.push_interceptor(SharedInterceptor::permanent(TrackEndpoint));
    }
    components
}

/// What signatures need, whose service it may be: the time of the other side.
pub(super) fn with_clock_skew(components: RuntimeComponentsBuilder) -> RuntimeComponentsBuilder {
    components.with_interceptor(ServiceClockSkewInterceptor::new())
}

#[derive(Debug)]
struct TrackRetryMode;

#[dyn_dispatch_hint]
impl Intercept for TrackRetryMode {
    fn name(&self) -> &'static str {
        "RetryModeFeatureTrackerInterceptor"
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match cfg.load::<RetryConfig>().map(RetryConfig::mode) {
            Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
            Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
            _ => return Ok(()),
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }
}

#[derive(Debug)]
struct TrackEndpointOverride;

#[dyn_dispatch_hint]
impl Intercept for TrackEndpointOverride {
    fn name(&self) -> &'static str {
        "EndpointOverrideFeatureTrackerInterceptor"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<EndpointUrl>().is_some() {
            cfg.interceptor_state().store_append(AwsSdkFeature::EndpointOverride);
        }
        Ok(())
    }
}

#[derive(Debug)]
struct TrackObservability;

#[dyn_dispatch_hint]
impl Intercept for TrackObservability {
    fn name(&self) -> &'static str {
        "ObservabilityFeatureTrackerInterceptor"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let provider = get_telemetry_provider();
        // The one way to tell without a dependency on OpenTelemetry.
        if provider
            .is_ok_and(|provider| provider.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider")
        {
            cfg.interceptor_state().store_append(SmithySdkFeature::ObservabilityOtelMetrics);
        }
        Ok(())
    }
}
