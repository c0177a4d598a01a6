//! The setters: in, a value of each official type; out, the same in its place. Not
//! generic, so that an emitted crate compiles none of the config bag's own code.

use super::{Inner, Settings};
use crate::behaviour::compression::{DisableRequestCompression, MinCompressionSize};
use crate::behaviour::idempotency::IdempotencyTokenProvider;
use crate::endpoint::{self, EndpointUrl};
use crate::official::AuthSchemeAndEndpointOrchestrationV2;
use crate::op::RequiredInputCheck;
use crate::service::Service;
use crate::test_client::CallersClient;
use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePluginV2;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::identity::{ResolveIdentity, SharedIdentityCache, SharedIdentityResolver};
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
use aws_smithy_types::config_bag::{CloneableLayer, Layer};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_smithy_types::timeout::TimeoutConfig;

/// Builder for settings: of a client, or of one call that overrides some.
#[derive(Clone, Debug)]
pub struct SettingsBuilder {
    pub(super) layer: CloneableLayer,
    pub(super) components: RuntimeComponentsBuilder,
    pub(super) plugins: Vec<SharedRuntimePlugin>,
    pub(super) behavior_version: Option<BehaviorVersion>,
}

impl Default for SettingsBuilder {
    fn default() -> Self {
        Self {
            layer: CloneableLayer::default(),
            components: RuntimeComponentsBuilder::new("service config"),
            plugins: Vec::new(),
            behavior_version: None,
        }
    }
}

super::layer_settings! {
    /// Protection against streams that stall.
    set_stalled_stream_protection(config: StalledStreamProtectionConfig) => config;
    /// The order in which auth schemes are preferred.
    set_auth_scheme_preference(preference: AuthSchemePreference) => preference;
    /// The endpoint to send to, in place of the one that is resolved.
    set_endpoint_url(url: String) => url.map(EndpointUrl);
    /// Whether required members are checked before a request is sent.
    set_check_required_input(on: bool) => on.map(RequiredInputCheck);
    /// The maker of idempotency tokens.
    set_idempotency_token_provider(provider: IdempotencyTokenProvider) => provider;
    /// Whether requests that can do without a checksum get one.
    set_request_checksum_calculation(calculation: RequestChecksumCalculation) => calculation;
    /// Whether responses are compared with their checksum.
    set_response_checksum_validation(validation: ResponseChecksumValidation) => validation;
    /// Whether requests are sent without compression.
    set_disable_request_compression(disable: bool) => disable.map(DisableRequestCompression);
    /// The size of the smallest body that is compressed.
    set_request_min_compression_size_bytes(size: u32) => size.map(MinCompressionSize);
}

impl SettingsBuilder {
    /// How many bytes a chunk of a streamed body has, or all. `None` changes nothing.
    #[cfg(all(feature = "aws", feature = "checksums"))]
    pub fn set_aws_chunked_encoding_chunk_size(&mut self, size: Option<Option<usize>>) {
        if let Some(size) = size {
            self.layer.store_put(crate::behaviour::checksum::ChunkSize(size));
        }
    }

    /// How failed attempts are retried. `None` changes nothing, as in the SDK.
    pub fn set_retry_config(&mut self, config: Option<RetryConfig>) {
        if let Some(config) = config {
            self.layer.store_put(config);
        }
    }

    /// The partition in which calls share a quota of retries. `None` changes nothing.
    pub fn set_retry_partition(&mut self, partition: Option<RetryPartition>) {
        if let Some(partition) = partition {
            self.layer.store_put(partition);
        }
    }

    /// The time limits. What is not set in them stays as it was set before.
    pub fn set_timeout_config(&mut self, config: Option<TimeoutConfig>) {
        if let Some(mut config) = config {
            if let Some(base) = self.layer.load::<TimeoutConfig>() {
                config.take_defaults_from(base);
            }
            self.layer.store_put(config);
        }
    }

    /// A setting that only the endpoint rules of this service ask for.
    pub fn set_endpoint_setting(&mut self, name: &'static str, value: Option<impl Into<endpoint::SettingValue>>) {
        self.layer.store_append(endpoint::Setting::new(name, value));
    }

    /// Adds names of input members that metrics and tracing record.
    pub fn emit_input_attributes(&mut self, names: Vec<String>) {
        let mut requested = self.requested_attributes();
        requested.emit(names);
        self.layer.store_put(requested);
    }

    /// Adds names of input members that interceptors can read from the config bag.
    pub fn capture_input_attributes(&mut self, names: Vec<String>) {
        let mut requested = self.requested_attributes();
        requested.capture_only(names);
        self.layer.store_put(requested);
    }

    fn requested_attributes(&self) -> RequestedTelemetryAttributes {
        let requested = self.layer.load::<RequestedTelemetryAttributes>();
        requested.cloned().unwrap_or_default()
    }

    /// The HTTP client.
    pub fn set_http_client(&mut self, client: Option<SharedHttpClient>) {
        self.layer.store_or_unset(client.clone().map(CallersClient));
        self.components.set_http_client(client);
    }

    /// Adds an auth scheme.
    pub fn push_auth_scheme(&mut self, scheme: SharedAuthScheme) {
        self.components.push_auth_scheme(scheme);
    }

    /// The resolver of auth schemes.
    pub fn set_auth_scheme_resolver(&mut self, resolver: SharedAuthSchemeOptionResolver) {
        self.components.set_auth_scheme_option_resolver(Some(resolver));
    }

    /// Allows unsigned calls if there is no identity.
    pub fn allow_no_auth(&mut self) {
        let plugin = SharedRuntimePlugin::new(NoAuthRuntimePluginV2::new());
        self.plugins.push(plugin);
    }

    /// The resolver of endpoints.
    pub fn set_endpoint_resolver(&mut self, resolver: Option<SharedEndpointResolver>) {
        self.components.set_endpoint_resolver(resolver);
    }

    /// The implementation of sleep.
    pub fn set_sleep_impl(&mut self, sleep: Option<SharedAsyncSleep>) {
        self.components.set_sleep_impl(sleep);
    }

    /// The cache of identities.
    pub fn set_identity_cache(&mut self, cache: SharedIdentityCache) {
        self.components.set_identity_cache(Some(cache));
    }

    /// Adds an interceptor.
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) {
        self.components.push_interceptor(interceptor);
    }

    /// The interceptors, in place of those that were added.
    pub fn set_interceptors(&mut self, interceptors: Vec<SharedInterceptor>) {
        self.components.set_interceptors(interceptors.into_iter());
    }

    /// The source of time.
    pub fn set_time_source(&mut self, time_source: Option<SharedTimeSource>) {
        self.components.set_time_source(time_source);
    }

    /// Adds a retry classifier.
    pub fn push_retry_classifier(&mut self, classifier: SharedRetryClassifier) {
        self.components.push_retry_classifier(classifier);
    }

    /// The retry classifiers, in place of those that were added.
    pub fn set_retry_classifiers(&mut self, classifiers: Vec<SharedRetryClassifier>) {
        self.components.set_retry_classifiers(classifiers.into_iter());
    }

    /// What gives the identities for a scheme.
    pub fn set_identity_resolver(&mut self, scheme: AuthSchemeId, resolver: impl ResolveIdentity + 'static) {
        self.components.set_identity_resolver(scheme, SharedIdentityResolver::new(resolver));
    }

    /// The behavior version.
    pub fn set_behavior_version(&mut self, version: Option<BehaviorVersion>) {
        self.behavior_version = version;
    }

    /// What is the same in each test run.
    ///
    /// Required members are not checked: a mocked operation needs no input.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults(&mut self) {
        use aws_smithy_async::time::StaticTimeSource;
        use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
        use aws_smithy_runtime_api::client::identity::http::Token;
        use std::time::{Duration, UNIX_EPOCH};

        let time = UNIX_EPOCH + Duration::from_secs(1234567890);
        self.set_time_source(Some(SharedTimeSource::new(StaticTimeSource::new(time))));
        #[cfg(feature = "aws")]
        self.apply_aws_test_defaults();
        self.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, Token::for_tests());
        self.set_behavior_version(Some(BehaviorVersion::latest()));
        self.set_check_required_input(Some(false));
    }

    /// The settings of a client. Whether they suffice is checked when the client is created.
    pub fn build(mut self, service: &'static Service) -> Settings {
        if self.components.time_source().is_none() {
            let time_source = SharedTimeSource::default();
            self.set_time_source(Some(time_source));
        }
        #[cfg(feature = "aws")]
        super::aws::store_names(&mut self.layer, service);
        let layer = self.layer;
        let mut frozen = Layer::from(layer.clone()).with_name("Config");
        #[cfg(feature = "aws")]
        super::aws::store_flag(&mut frozen, &layer, service);
        #[cfg(feature = "aws")]
        super::aws::store_metrics(&mut frozen, service);
        // Tells the orchestrator to resolve the endpoint once an attempt, after
        // the identity.
        frozen.store_put(AuthSchemeAndEndpointOrchestrationV2);
        Settings(std::sync::Arc::new(Inner {
            service,
            frozen: frozen.freeze(),
            layer,
            components: self.components,
            plugins: self.plugins,
            behavior_version: self.behavior_version,
        }))
    }

    pub(crate) fn extend_plugins(&mut self, plugins: impl IntoIterator<Item = SharedRuntimePlugin>) {
        self.plugins.extend(plugins);
    }

    pub(crate) fn plugins(&self) -> &[SharedRuntimePlugin] {
        &self.plugins
    }
}
