//! What a client consists of: settings and features in, components out.

use super::*;
use crate::endpoint::{self, EndpointResolverParams};
use crate::metrics::Metric;
use crate::official::SmithySdkFeature;
use crate::sdk::config::{AsyncSleep, SharedAsyncSleep, Sleep};
use crate::service::{Names, OwnNames, Service};
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, ResolveEndpoint, SharedEndpointResolver};
use aws_smithy_runtime_api::client::identity::SharedIdentityCache;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry;
use aws_types::origin::Origin;
use aws_types::region::Region;
use std::time::Duration;

#[derive(Debug)]
struct Nowhere;

impl ResolveEndpoint for Nowhere {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        endpoint::unexpected_params()
    }
}

static SERVICE: Service = Service::new(
    Names {
        sdk_id: "Test Service",
        id: "TestService",
        module: "test",
        signing_name: "test",
        metrics_scope: "aws-sdk-test",
        version: "1.0.0",
    },
    |_, _| Ok(EndpointResolverParams::new(())),
    || SharedEndpointResolver::new(Nowhere),
);

const FEATURES: Features = Features {
    behavior_version_latest: false,
    default_http_client: false,
    default_https_client: false,
    legacy_https_client: false,
};

/// What the crate of a service that is not one of AWS's is built with.
const OWN_FEATURES: Features = Features { behavior_version_latest: true, ..FEATURES };

static OWN: Service = Service::own(
    OwnNames { id: "Own", package: "own", version: "1" },
    |_, _| Ok(EndpointResolverParams::new(())),
    || SharedEndpointResolver::new(Nowhere),
)
.needs_endpoint_url();

/// There is no sleep of its own without the feature `rt-tokio`.
#[derive(Debug)]
struct Never;

impl AsyncSleep for Never {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::pending())
    }
}

/// What any test needs besides what it is about.
fn settings() -> SettingsBuilder {
    let mut settings = SettingsBuilder::default();
    settings.set_behavior_version(Some(BehaviorVersion::latest()));
    settings.set_sleep_impl(Some(SharedAsyncSleep::new(Never)));
    settings
}

#[track_caller]
fn components(settings: SettingsBuilder, features: Features) -> RuntimeComponentsBuilder {
    components_of(settings.build(&SERVICE), features)
}

#[track_caller]
fn components_of(settings: Settings, features: Features) -> RuntimeComponentsBuilder {
    let plugins = of_client(&settings, features, None).expect("the settings suffice");
    plugins.to_runtime_plugins().apply_client_configuration(&mut ConfigBag::base()).expect("no plugin of ours fails")
}

#[test]
fn a_client_has_the_interceptors_of_the_sdk() {
    let components = components(settings(), FEATURES);
    let names: Vec<_> = components.interceptors().map(|i| i.name()).collect();
    let expected = [
        "TokenBucketProvider",
        "ConnectionPoisoningInterceptor",
        "RetryModeFeatureTrackerInterceptor",
        "ServiceClockSkewInterceptor",
        "RequestInfoInterceptor",
        "UserAgentInterceptor",
        "InvocationIdInterceptor",
        "RecursionDetectionInterceptor",
        "EndpointOverrideFeatureTrackerInterceptor",
        "ObservabilityFeatureTrackerInterceptor",
        "EnforceContentLength",
        "MetricsInterceptor",
        "TelemetryBytesInterceptor",
    ];
    assert_eq!(names, expected);
    let classifiers: Vec<_> = components.retry_classifiers().map(|c| c.name()).collect();
    assert_eq!(classifiers, ["HTTP Status Code"]);
}

#[test]
fn a_client_of_somebody_elses_service_has_nothing_of_awss() {
    // Without a behavior version, which has a default there.
    let mut settings = SettingsBuilder::default();
    settings.set_sleep_impl(Some(SharedAsyncSleep::new(Never)));
    settings.set_endpoint_url(Some("http://localhost".to_owned()));
    let components = components_of(settings.build(&OWN), OWN_FEATURES);
    let names: Vec<_> = components.interceptors().map(|i| i.name()).collect();
    let expected = [
        "TokenBucketProvider",
        "ConnectionPoisoningInterceptor",
        "UserAgentInterceptor",
        "ResponseFactsInterceptor",
        "EnforceContentLength",
        "MetricsInterceptor",
        "TelemetryBytesInterceptor",
    ];
    assert_eq!(names, expected);
    let classifiers: Vec<_> = components.retry_classifiers().map(|c| c.name()).collect();
    assert_eq!(classifiers, ["HTTP Status Code"]);
}

#[test]
fn a_client_of_somebody_elses_service_retries_as_one_of_aws_does() {
    let retries = |settings: Settings, features| {
        let plugins = of_client(&settings, features, None).expect("the settings suffice").to_runtime_plugins();
        let mut cfg = ConfigBag::base();
        plugins.apply_client_configuration(&mut cfg).expect("no plugin of ours fails");
        let config = cfg.load::<aws_smithy_types::retry::RetryConfig>().cloned().expect("there is a default");
        (config.mode(), config.max_attempts(), config.max_backoff())
    };
    let mut given = settings();
    given.set_endpoint_url(Some("http://localhost".to_owned()));
    let own = retries(given.build(&OWN), OWN_FEATURES);
    assert_eq!(own, retries(settings().build(&SERVICE), FEATURES));
    assert_eq!((own.1, own.2), (3, Duration::from_secs(20)));
}

#[test]
fn a_behavior_version_is_required_unless_the_feature_says_latest() {
    let settings = || {
        let mut settings = settings();
        settings.set_behavior_version(None);
        settings.build(&SERVICE)
    };
    let error = of_client(&settings(), FEATURES, None).map(|_| ()).map_err(|error| error.to_string());
    assert!(error.is_err_and(|error| error.starts_with("A behavior major version must be set")));
    let latest = Features { behavior_version_latest: true, ..FEATURES };
    assert!(of_client(&settings(), latest, None).is_ok());
}

#[cfg(feature = "default-https-client")]
mod https {
    use super::*;
    use crate::sdk::config::{HttpClient, SharedHttpClient};
    use aws_smithy_runtime_api::client::http::{HttpConnectorSettings, SharedHttpConnector};
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

    const LEAN: Features = Features { default_https_client: true, ..FEATURES };

    #[derive(Debug)]
    struct Mine;

    impl HttpClient for Mine {
        fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
            panic!("nothing is sent in this test")
        }
    }

    fn client(settings: SettingsBuilder, features: Features) -> String {
        format!("{:?}", components(settings, features).http_client())
    }

    #[test]
    fn ours_is_the_default_and_the_users_wins() {
        assert!(client(settings(), LEAN).contains("LazyClient"));
        let mut mine = settings();
        mine.set_http_client(Some(SharedHttpClient::new(Mine)));
        assert!(client(mine, LEAN).contains("Mine"));
    }

    /// It is the default, so that handing it to others changes nothing for us.
    #[test]
    fn the_one_for_others_is_the_default_of_the_latest_version() {
        let mut latest = settings();
        latest.set_behavior_version(Some(BehaviorVersion::latest()));
        let mut shared = latest.clone();
        shared.set_http_client(Some(crate::sdk::config::https_client()));
        let of_user = client(shared, FEATURES);
        assert!(of_user.contains("LazyClient"), "{of_user}");
        assert_eq!(
            of_user.split_once("LazyClient").map(|(_, end)| end),
            client(latest, LEAN).split_once("LazyClient").map(|(_, end)| end)
        );
    }

    #[test]
    fn another_crates_feature_changes_nothing() {
        assert!(!client(settings(), FEATURES).contains("LazyClient"));
    }

    #[test]
    #[allow(deprecated)] // The constructors of versions other than the latest are.
    fn the_old_stack_is_left_to_the_behavior_versions_that_had_it() {
        let features = Features { legacy_https_client: true, ..LEAN };
        assert!(client(settings(), features).contains("LazyClient"));
        let mut old = settings();
        old.set_behavior_version(Some(BehaviorVersion::v2025_08_07()));
        assert!(client(old.clone(), LEAN).contains("LazyClient"));
        assert!(!client(old, features).contains("LazyClient"));
    }
}

#[test]
fn an_override_with_credentials_gets_a_cache_of_its_own() {
    let with_credentials = || {
        let mut settings = SettingsBuilder::default();
        let credentials = Credentials::new("AKID", "secret", None, None, "test");
        settings.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
        settings
    };
    let plugin = ConfigOverride::new(with_credentials(), &SERVICE);
    assert!(plugin.components.identity_cache().is_some());
    let plugin = ConfigOverride::new(SettingsBuilder::default(), &SERVICE);
    assert!(plugin.components.identity_cache().is_none());

    let mut own = with_credentials();
    own.set_identity_cache(SharedIdentityCache::new(IdentityCache::no_cache()));
    let plugin = ConfigOverride::new(own, &SERVICE);
    let cache = format!("{:?}", plugin.components.identity_cache());
    assert!(cache.contains("NoCache"), "{cache}");
}

#[test]
fn an_override_signs_for_its_region() {
    let mut settings = SettingsBuilder::default();
    settings.set_region(Some(Region::from_static("us-west-2")));
    let plugin = ConfigOverride::new(settings, &SERVICE);
    let region = plugin.layer.load::<aws_types::region::SigningRegion>();
    assert_eq!(region.map(AsRef::as_ref), Some("us-west-2"));
}

/// A config with an endpoint, of which nothing says where it is from.
fn shared(endpoint_url: &str) -> aws_types::sdk_config::Builder {
    let config = aws_types::SdkConfig::builder().behavior_version(BehaviorVersion::latest());
    config.sleep_impl(SharedAsyncSleep::new(Never)).endpoint_url(endpoint_url)
}

/// It is an error of the calls.
#[test]
fn an_unusable_endpoint_of_the_environment_does_not_end_the_program() {
    let mut settings = SettingsBuilder::from_sdk_config(&shared("127.0.0.1:80").build(), &SERVICE);
    assert_eq!(refusal(settings.clone(), &SERVICE), "");
    settings.set_endpoint_url(Some("127.0.0.1:81".to_owned()));
    assert!(refusal(settings, &SERVICE).starts_with("`endpoint_url` has no scheme"));
}

/// Why there is no client; empty if there is one.
fn refusal(settings: SettingsBuilder, service: &'static Service) -> String {
    of_client(&settings.build(service), FEATURES, None).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn an_unusable_endpoint_that_is_set_in_code_is_no_client() {
    let mut set = settings();
    set.set_endpoint_url(Some("127.0.0.1:80".to_owned()));
    let mut shared = shared("127.0.0.1:80");
    shared.insert_origin("endpoint_url", Origin::shared_config());
    let shared = SettingsBuilder::from_sdk_config(&shared.build(), &SERVICE);
    for settings in [&set, &shared] {
        assert!(refusal(settings.clone(), &SERVICE).starts_with("`endpoint_url` has no scheme"));
        let mut settings = settings.clone();
        settings.set_endpoint_url(Some("http://127.0.0.1:80".to_owned()));
        assert_eq!(refusal(settings.clone(), &SERVICE), "");
        settings.set_endpoint_url(Some(String::new()));
        settings.set_endpoint_resolver(Some(SharedEndpointResolver::new(Nowhere)));
        assert_eq!(refusal(settings, &SERVICE), "");
    }
}

#[test]
fn a_service_of_somebody_else_needs_an_endpoint() {
    assert!(refusal(settings(), &OWN).contains("`endpoint_url`"));
    let mut given = settings();
    given.set_endpoint_url(Some("https://own.example".to_owned()));
    assert_eq!(refusal(given, &OWN), "");
    let mut resolved = settings();
    resolved.set_endpoint_resolver(Some(SharedEndpointResolver::new(Nowhere)));
    assert_eq!(refusal(resolved, &OWN), "");
    assert_eq!(refusal(settings(), &SERVICE), "");
}

#[test]
fn the_protocol_is_a_feature_of_each_call() {
    static CBOR: Service = Service::new(
        Names { sdk_id: "C", id: "C", module: "c", signing_name: "c", metrics_scope: "aws-sdk-c", version: "1" },
        |_, _| Ok(EndpointResolverParams::new(())),
        || SharedEndpointResolver::new(Nowhere),
    )
    .metrics(&[Metric::RpcV2Cbor]);
    for (service, expected) in [(&CBOR, vec![&SmithySdkFeature::ProtocolRpcV2Cbor]), (&SERVICE, Vec::new())] {
        let plugins = of_client(&settings().build(service), FEATURES, None).expect("the settings suffice");
        let mut cfg = ConfigBag::base();
        plugins.to_runtime_plugins().apply_client_configuration(&mut cfg).expect("no plugin of ours fails");
        assert_eq!(cfg.load::<SmithySdkFeature>().collect::<Vec<_>>(), expected);
    }
}
