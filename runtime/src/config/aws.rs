//! The settings that only clients for AWS have, or for what AWS signs requests to: in, a value
//! of each official type; out, the same in its place.

use super::{Settings, SettingsBuilder};
#[cfg(feature = "checksums")]
use crate::behaviour::{checksum, message_digests};
use crate::endpoint;
use crate::metrics::Metric;
use crate::official::SmithySdkFeature;
use crate::presigning::PresignedBody;
use crate::service::Service;
use crate::sessions;
use aws_credential_types::provider::token::SharedTokenProvider;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::auth::sigv4;
use aws_runtime::invocation_id::SharedInvocationIdGenerator;
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{CloneableLayer, ConfigBag, Layer};
use aws_types::app_name::AppName;
use aws_types::endpoint_config::{AccountIdEndpointMode, EndpointUrl, UseDualStack, UseFips};
use aws_types::region::{Region, SigningRegion, SigningRegionSet};
use aws_types::sdk_ua_metadata::FrameworkMetadata;
use aws_types::SigningName;

super::layer_settings! {
    /// The application's name in the user agent.
    set_app_name(name: AppName) => name;
    /// Whether the correction of clock skew is disabled.
    set_disable_clock_skew_correction(disable: bool)
        => disable.map(DisableClockSkewCorrection::from);
    /// The generator of invocation ids.
    set_invocation_id_generator(generator: SharedInvocationIdGenerator) => generator;
    /// Whether endpoints of single accounts are asked for.
    set_account_id_endpoint_mode(mode: AccountIdEndpointMode) => mode;
    /// Whether responses are not compared with the CRC-32 in their header.
    #[cfg(feature = "checksums")]
    set_disable_validate_response_checksum(disable: bool) => disable.map(checksum::DisableResponseCrc32);
    /// Whether messages are not compared with their digests.
    #[cfg(feature = "checksums")]
    set_disable_message_checksum_validation(disable: bool) => disable.map(message_digests::DisableMessageDigests);
    /// Whether to use dual-stack endpoints.
    set_use_dual_stack(on: bool) => on.map(UseDualStack);
    /// Whether to use FIPS endpoints.
    set_use_fips(on: bool) => on.map(UseFips);
    /// The region.
    set_region(region: Region) => region;
}

impl SettingsBuilder {
    /// Adds a framework to the user agent.
    pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) {
        self.layer.store_append(metadata);
    }

    /// The provider of credentials. `None` changes nothing.
    pub fn set_credentials_provider(&mut self, provider: Option<SharedCredentialsProvider>) {
        if let Some(provider) = provider {
            #[cfg(feature = "sigv4a")]
            self.components.set_identity_resolver(aws_runtime::auth::sigv4a::SCHEME_ID, provider.clone());
            self.components.set_identity_resolver(sigv4::SCHEME_ID, provider);
        }
    }

    /// The regions that a signature of SigV4a is for.
    pub fn set_sigv4a_signing_region_set(&mut self, regions: Option<SigningRegionSet>) {
        self.layer.store_or_unset(regions);
    }

    /// The provider of bearer tokens. `None` changes nothing.
    pub fn set_token_provider(&mut self, provider: Option<SharedTokenProvider>) {
        if let Some(provider) = provider {
            self.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, provider);
        }
    }

    /// The provider of the credentials of sessions that somebody else begins. `None` changes
    /// nothing.
    pub fn set_express_credentials_provider(&mut self, provider: Option<SharedCredentialsProvider>) {
        if let Some(provider) = provider {
            self.components.set_identity_resolver(sessions::SCHEME_ID, provider);
        }
    }

    /// Credentials and user agent that are the same in each test run.
    #[cfg(feature = "test-util")]
    pub(super) fn apply_aws_test_defaults(&mut self) {
        self.layer.store_put(aws_runtime::user_agent::AwsUserAgent::for_tests());
        let credentials = aws_credential_types::Credentials::for_tests();
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
    }

    /// The test defaults, and a region.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults_v2(&mut self) {
        self.apply_test_defaults();
        if self.layer.load::<Region>().is_none() {
            self.set_region(Some(Region::from_static("us-east-1")));
        }
    }
}

impl Settings {
    /// The settings for a call that another one needs, whose components and place it shares.
    /// Interceptors and classifiers are those of the other operation.
    pub(crate) fn of_call_for(&self, components: &RuntimeComponents, cfg: &ConfigBag) -> Self {
        let mut builder = self.to_builder();
        builder.components = components.to_builder();
        if cfg.load::<PresignedBody>().is_some() {
            // Its time is when the request becomes valid, and nothing is sent that could be retried.
            builder.components.set_time_source(self.components().time_source());
            builder.components.set_retry_strategy(self.components().retry_strategy());
        }
        builder.set_interceptors(Vec::new());
        builder.set_retry_classifiers(Vec::new());
        builder.set_region(cfg.load::<Region>().cloned());
        builder.set_use_fips(cfg.load::<UseFips>().map(|setting| setting.0));
        builder.set_use_dual_stack(cfg.load::<UseDualStack>().map(|setting| setting.0));
        builder.set_endpoint_url(cfg.load::<EndpointUrl>().map(|setting| setting.0.clone()));
        builder.build(self.service())
    }

    /// The frameworks that use this client, in the order in which they were named.
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        // The bag yields the newest first.
        let mut entries: Vec<_> = self.0.frozen.load::<FrameworkMetadata>().collect();
        entries.reverse();
        entries
    }

    /// Whether the correction of clock skew is disabled.
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        let setting = self.load::<DisableClockSkewCorrection>();
        setting.map(DisableClockSkewCorrection::is_disabled)
    }

    /// Whether responses are not compared with the CRC-32 in their header.
    #[cfg(feature = "checksums")]
    pub fn disable_validate_response_checksum(&self) -> Option<bool> {
        self.load::<checksum::DisableResponseCrc32>().map(|setting| setting.0)
    }

    /// Whether messages are not compared with their digests.
    #[cfg(feature = "checksums")]
    pub fn disable_message_checksum_validation(&self) -> Option<bool> {
        self.load::<message_digests::DisableMessageDigests>().map(|setting| setting.0)
    }

    /// Whether requests go to endpoints of single accounts.
    pub fn account_id_endpoint_mode(&self) -> Option<&AccountIdEndpointMode> {
        self.load()
    }

    /// The generator of invocation ids.
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.load::<SharedInvocationIdGenerator>().cloned()
    }
}

/// The names under which requests are signed and counted.
pub(super) fn store_names(layer: &mut CloneableLayer, service: &Service) {
    layer.store_put(service.api_metadata());
    layer.store_put(SigningName::from_static(service.signing_name()));
    store_signing_region(layer);
}

/// A setting of the endpoint rules that the environment has, where code does not have it.
pub(super) fn store_flag(layer: &mut Layer, given: &CloneableLayer, service: &Service) {
    let Some(flag) = service.flag() else { return };
    let is_set = given.load::<endpoint::Setting>().any(|setting| setting.gives(flag.name));
    if let Some(setting) = (!is_set).then(|| flag.of_environment()).flatten() {
        layer.store_append(setting);
    }
}

/// What the user agent counts of every call.
pub(super) fn store_metrics(layer: &mut Layer, service: &Service) {
    if service.counts(Metric::RpcV2Cbor) {
        layer.store_append(SmithySdkFeature::ProtocolRpcV2Cbor);
    }
}

/// Signs for the region that the layer sets, if it does.
pub(super) fn store_signing_region(layer: &mut CloneableLayer) {
    if let Some(region) = layer.load::<Region>().cloned() {
        layer.store_put(SigningRegion::from(region));
    }
}
