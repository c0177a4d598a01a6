//! Settings from a shared `SdkConfig`: in, what `aws-config` found; out, the settings
//! of one service, whose own endpoint in the environment or profile comes first.

use super::SettingsBuilder;
use crate::endpoint::{self, OutsideFlag};
use crate::service::{RetryPace, Service};
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::identity::http::Token;
use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture, ResolveIdentity};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Layer, Storable, StoreReplace};
use aws_smithy_types::retry::{RetryConfig, RetrySpec};
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;
use std::time::Duration;

impl SettingsBuilder {
    /// The settings for `service`.
    pub fn from_sdk_config(config: &SdkConfig, service: &Service) -> Self {
        let mut builder = Self::default();
        builder.set_credentials_provider(config.credentials_provider());
        builder.set_token_provider(config.token_provider());
        builder.set_region(config.region().cloned());
        builder.set_account_id_endpoint_mode(config.account_id_endpoint_mode().cloned());
        builder.set_sigv4a_signing_region_set(config.sigv4a_signing_region_set().cloned());
        builder.set_use_fips(config.use_fips());
        builder.set_use_dual_stack(config.use_dual_stack());
        let endpoint_url = endpoint_url(config, service);
        if !config.get_origin("endpoint_url").is_client_config() {
            builder.layer.store_or_unset(endpoint_url.clone().map(OutsideUrl));
        }
        builder.set_endpoint_url(endpoint_url);
        builder.set_retry_config(retry_config(config, service));
        builder.set_timeout_config(config.timeout_config().cloned());
        builder.set_sleep_impl(config.sleep_impl());
        builder.set_http_client(config.http_client());
        builder.set_time_source(config.time_source());
        builder.set_behavior_version(config.behavior_version());
        builder.set_auth_scheme_preference(config.auth_scheme_preference().cloned());
        // Setting `None` would remove the default.
        if let Some(protection) = config.stalled_stream_protection() {
            builder.set_stalled_stream_protection(Some(protection));
        }
        if let Some(cache) = config.identity_cache() {
            builder.set_identity_cache(cache);
        }
        builder.set_disable_clock_skew_correction(config.disable_clock_skew_correction());
        builder.set_request_checksum_calculation(config.request_checksum_calculation());
        builder.set_response_checksum_validation(config.response_checksum_validation());
        builder.set_disable_request_compression(config.disable_request_compression());
        builder.set_request_min_compression_size_bytes(config.request_min_compression_size_bytes());
        builder.set_app_name(config.app_name().cloned());
        if let Some(setting) = service.flag().and_then(|flag| outside(config, service, flag)) {
            builder.layer.store_append(setting);
        }
        if let Some(token) = service.token_id().and_then(|id| token(config, id)) {
            let is_in_code = |setting| config.get_origin(setting).is_client_config();
            if !is_in_code("auth_scheme_preference") {
                builder.set_auth_scheme_preference(Some([HTTP_BEARER_AUTH_SCHEME_ID].into()));
            }
            if !is_in_code("token_provider") {
                let token = EnvironmentToken(Token::new(token, None));
                builder.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, token);
            }
        }
        for metadata in config.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
}

/// The shared settings, with what the service has instead of them by the retry behaviour 2.1.
fn retry_config(config: &SdkConfig, service: &Service) -> Option<RetryConfig> {
    let shared = config.retry_config()?.clone();
    let is_new = shared.retry_spec().is_some_and(|spec| spec.is_at_least(RetrySpec::V2_1));
    let Some(RetryPace { first_backoff_millis, max_attempts }) = service.pace_of_retries().filter(|_| is_new) else {
        return Some(shared);
    };
    let first = Duration::from_millis(*first_backoff_millis);
    let of_service = shared.with_retry_spec(RetrySpec::v2_1().with_non_throttling_initial_backoff(first));
    Some(match config.get_origin("retry_config").is_client_config() {
        true => of_service,
        false => of_service.with_max_attempts(*max_attempts),
    })
}

/// What the environment or the profile says of this service.
fn outside(config: &SdkConfig, service: &Service, flag: &OutsideFlag) -> Option<endpoint::Setting> {
    let key = ServiceConfigKey::builder().service_id(service.sdk_id()).env(flag.variable).profile(flag.key).build();
    flag.parse(&config.service_config()?.load_config(key.ok()?)?)
}

/// A token for this service alone, which only the environment has: `AWS_BEARER_TOKEN_X`.
fn token(config: &SdkConfig, id: &'static str) -> Option<String> {
    let key = ServiceConfigKey::builder().service_id(id).env("AWS_BEARER_TOKEN").profile("").build().ok()?;
    config.service_config()?.load_config(key).filter(|token| !token.trim().is_empty())
}

/// The identity of such a token, which the user agent counts.
#[derive(Debug)]
struct EnvironmentToken(Token);

impl ResolveIdentity for EnvironmentToken {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        let mut layer = Layer::new("EnvironmentToken");
        layer.store_append(AwsCredentialFeature::BearerServiceEnvVars);
        let identity = Identity::builder().data(self.0.clone()).property(layer.freeze()).build();
        IdentityFuture::ready(identity.map_err(Into::into))
    }
}

/// The `endpoint_url` of the environment or a profile. What is wrong with it is an error of the
/// calls that would need it, and not of the program, which may make none: aws-config makes clients
/// for STS, SSO and SSO OIDC whether they will be called or not.
#[derive(Clone, Debug)]
pub(super) struct OutsideUrl(pub(super) String);

impl Storable for OutsideUrl {
    type Storer = StoreReplace<Self>;
}

/// An endpoint set in code wins, then the service's own from outside, then the
/// one that is set outside for all services.
fn endpoint_url(config: &SdkConfig, service: &Service) -> Option<String> {
    let of_all = || config.endpoint_url().map(str::to_owned);
    if config.get_origin("endpoint_url").is_client_config() {
        return of_all();
    }
    let key = ServiceConfigKey::builder()
        .service_id(service.sdk_id())
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build();
    let of_service = config.service_config().zip(key.ok()).and_then(|(settings, key)| settings.load_config(key));
    of_service.or_else(of_all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::{unexpected_params, EndpointResolverParams, ResolveEndpoint};
    use crate::service::Names;
    use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
    use aws_types::origin::Origin;
    use aws_types::sdk_config::{RequestChecksumCalculation, ResponseChecksumValidation};
    use aws_types::service_config::LoadServiceConfig;

    #[derive(Debug)]
    struct Nowhere;

    impl ResolveEndpoint for Nowhere {
        fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
            unexpected_params()
        }
    }

    static SERVICE: Service = Service::new(
        Names { sdk_id: "Test", id: "Test", module: "test", signing_name: "test", metrics_scope: "test", version: "1" },
        |_, _| Ok(EndpointResolverParams::new(())),
        || SharedEndpointResolver::new(Nowhere),
    );

    /// What is outside of the code.
    #[derive(Debug)]
    struct Outside(&'static str);

    impl LoadServiceConfig for Outside {
        fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
            (key.env() == "NO_SESSIONS" && key.profile() == "no_sessions").then(|| self.0.to_owned())
        }
    }

    #[test]
    fn a_flag_of_the_rules_may_be_outside() {
        static FLAGGED: Service = Service::new(
            Names { sdk_id: "F", id: "F", module: "f", signing_name: "f", metrics_scope: "f", version: "1" },
            |_, _| Ok(EndpointResolverParams::new(())),
            || SharedEndpointResolver::new(Nowhere),
        )
        .outside_flag(OutsideFlag { name: "Quick", variable: "NO_SESSIONS", key: "no_sessions" });
        for (said, expected) in [("true", Some(true)), ("FALSE", Some(false)), ("yes", None), ("", None)] {
            let shared = SdkConfig::builder().service_config(Outside(said)).build();
            for (service, expected) in [(&FLAGGED, expected), (&SERVICE, None)] {
                let settings = SettingsBuilder::from_sdk_config(&shared, service).build(service);
                let mut cfg = ConfigBag::base();
                cfg.push_shared_layer(settings.0.frozen.clone());
                assert_eq!(endpoint::settings(&cfg).get("Quick"), expected, "{said}");
            }
        }
    }

    #[test]
    fn a_pace_of_retries_is_for_the_new_behaviour() {
        static QUICK: Service = Service::new(
            Names { sdk_id: "Q", id: "Q", module: "q", signing_name: "q", metrics_scope: "q", version: "1" },
            |_, _| Ok(EndpointResolverParams::new(())),
            || SharedEndpointResolver::new(Nowhere),
        )
        .retry_pace(RetryPace { first_backoff_millis: 25, max_attempts: 4 });
        let shared = |spec: Option<RetrySpec>, origin| {
            let retries = RetryConfig::standard().with_max_attempts(7);
            let retries = spec.into_iter().fold(retries, RetryConfig::with_retry_spec);
            let mut builder = SdkConfig::builder().retry_config(retries);
            builder.insert_origin("retry_config", origin);
            builder.build()
        };
        let of = |config: &SdkConfig, service| {
            let retries = retry_config(config, service)?;
            Some((retries.max_attempts(), retries.retry_spec()?.non_throttling_initial_backoff().as_millis()))
        };
        let (in_code, outside) = (Origin::shared_config, Origin::shared_environment_variable);
        assert_eq!(of(&shared(Some(RetrySpec::v2_1()), outside()), &QUICK), Some((4, 25)));
        assert_eq!(of(&shared(Some(RetrySpec::v2_1()), in_code()), &QUICK), Some((7, 25)));
        assert_eq!(of(&shared(Some(RetrySpec::v2_1()), outside()), &SERVICE), Some((7, 50)));
        assert_eq!(of(&shared(Some(RetrySpec::v2_0()), outside()), &QUICK), Some((7, 1000)));
        let old = retry_config(&shared(None, outside()), &QUICK);
        assert_eq!(old.map(|retries| retries.max_attempts()), Some(7));
        assert_eq!(retry_config(&SdkConfig::builder().build(), &QUICK), None);
    }

    #[test]
    fn what_happens_to_bodies_is_taken_over() {
        let shared = SdkConfig::builder()
            .disable_request_compression(true)
            .request_min_compression_size_bytes(7)
            .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
            .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
            .build();
        let settings = SettingsBuilder::from_sdk_config(&shared, &SERVICE).build(&SERVICE);
        assert_eq!(settings.disable_request_compression(), Some(true));
        assert_eq!(settings.request_min_compression_size_bytes(), Some(7));
        assert_eq!(settings.request_checksum_calculation(), Some(&RequestChecksumCalculation::WhenRequired));
        assert_eq!(settings.response_checksum_validation(), Some(&ResponseChecksumValidation::WhenRequired));
    }
}
