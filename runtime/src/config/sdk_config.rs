//! Settings from a shared `SdkConfig`: in, what `aws-config` found; out, the settings
//! of one service, whose own endpoint in the environment or profile comes first.

use super::SettingsBuilder;
use crate::service::Service;
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;

impl SettingsBuilder {
    /// The settings for `service`.
    pub fn from_sdk_config(config: &SdkConfig, service: &Service) -> Self {
        let mut builder = Self::default();
        builder.set_credentials_provider(config.credentials_provider());
        builder.set_region(config.region().cloned());
        builder.set_use_fips(config.use_fips());
        builder.set_use_dual_stack(config.use_dual_stack());
        builder.set_endpoint_url(endpoint_url(config, service));
        builder.set_retry_config(config.retry_config().cloned());
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
        builder.set_disable_request_compression(config.disable_request_compression());
        builder.set_request_min_compression_size_bytes(config.request_min_compression_size_bytes());
        builder.set_app_name(config.app_name().cloned());
        for metadata in config.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
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
    use aws_types::sdk_config::RequestChecksumCalculation;

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

    #[test]
    fn what_happens_to_bodies_is_taken_over() {
        let shared = SdkConfig::builder()
            .disable_request_compression(true)
            .request_min_compression_size_bytes(7)
            .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
            .build();
        let settings = SettingsBuilder::from_sdk_config(&shared, &SERVICE).build(&SERVICE);
        assert_eq!(settings.disable_request_compression(), Some(true));
        assert_eq!(settings.request_min_compression_size_bytes(), Some(7));
        assert_eq!(settings.request_checksum_calculation(), Some(&RequestChecksumCalculation::WhenRequired));
    }
}
