//! The runtime plugins of a client: in, its settings; out, what the orchestrator
//! applies at each call: the official defaults, the user's settings, and the
//! interceptors that every client has.
//!
//! The orchestrator merges the components of all plugins at each call. They never
//! change, so they are merged here once; the layers stay apart, because a layer
//! cannot be taken to pieces.

#[cfg(feature = "aws")]
mod aws;

#[cfg(feature = "aws")]
use super::sdk_config::OutsideUrl;
use super::{Features, Settings, SettingsBuilder};
use crate::auth::{self, DefaultAuthSchemeResolver, ResolveAuthScheme, Scheme};
use crate::endpoint::{self, Checked, EndpointUrl};
use crate::https;
use crate::official;
use crate::own::{ResponseFactsInterceptor, UserAgentInterceptor};
use crate::service::{Owner, Service};
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_observability::TelemetryProvider;
use aws_smithy_runtime::client::defaults::{default_plugins, DefaultPluginParams};
use aws_smithy_runtime::client::http::connection_poisoning::ConnectionPoisoningInterceptor;
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::metrics::MetricsRuntimePlugin;
use aws_smithy_runtime::client::retries::classifiers::HttpStatusCodeClassifier;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{
    Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin,
};
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, PoisonError, RwLock};

const NO_BEHAVIOR_VERSION: &str = "A behavior major version must be set when sending a request \
    or constructing a client. You must set it during client construction or by enabling the \
    `behavior-version-latest` cargo feature.";

/// The plugins of a client with their components merged.
#[derive(Clone, Debug)]
pub(crate) struct ClientPlugins(RuntimePlugins);

impl ClientPlugins {
    pub(crate) fn to_runtime_plugins(&self) -> RuntimePlugins {
        self.0.clone()
    }
}

/// The plugins for `settings`, if these suffice for a client; `extra` is what only its service
/// needs.
pub(crate) fn of_client(
    settings: &Settings,
    features: Features,
    extra: Option<SharedRuntimePlugin>,
) -> Result<ClientPlugins, BoxError> {
    let latest = features.behavior_version_latest.then(BehaviorVersion::latest);
    let version = settings.0.behavior_version.or(latest);
    let version = version.ok_or(NO_BEHAVIOR_VERSION)?;
    check_endpoint(settings)?;

    let mut plugins = defaults(settings, version);
    let client = match is_ours_default(version, features) {
        true => https::client(version),
        false if features.default_http_client => without_tls(),
        false => None,
    };
    plugins.extend(client.map(|client| {
        let components = RuntimeComponentsBuilder::new("default HTTP client");
        defaults_plugin(components.with_http_client(Some(client)))
    }));
    let user = StaticRuntimePlugin::new()
        .with_config(settings.0.frozen.clone())
        .with_runtime_components(with_checked_endpoints(settings.0.components.clone()));
    plugins.push(SharedRuntimePlugin::new(user));
    plugins.push(defaults_plugin(service_components(settings.service())));
    plugins.push(official::no_auth_plugin());
    plugins.push(SharedRuntimePlugin::new(CachedMetrics::new(settings)?));
    plugins.extend(extra);
    plugins.extend(settings.0.plugins.iter().cloned());
    // Stable, as the official insertion is: what is set later wins in its order.
    plugins.sort_by_key(RuntimePlugin::order);
    merge(plugins, settings.service())
}

/// A resolver of the caller's may make of the setting what it likes.
fn check_endpoint(settings: &Settings) -> Result<(), BoxError> {
    if settings.components().endpoint_resolver().is_some() {
        return Ok(());
    }
    match settings.load::<EndpointUrl>() {
        #[cfg(feature = "aws")]
        Some(url) if settings.load::<OutsideUrl>().is_some_and(|outside| outside.0 == url.0) => Ok(()),
        Some(url) => Ok(endpoint::check_setting(&url.0)?),
        None if settings.service().needs_endpoint() => Err(endpoint::NO_ENDPOINT.into()),
        None => Ok(()),
    }
}

fn with_checked_endpoints(mut components: RuntimeComponentsBuilder) -> RuntimeComponentsBuilder {
    if let Some(resolver) = components.endpoint_resolver() {
        components.set_endpoint_resolver(Some(SharedEndpointResolver::new(Checked(resolver))));
    }
    components
}

fn defaults(settings: &Settings, version: BehaviorVersion) -> Vec<SharedRuntimePlugin> {
    #[cfg(feature = "aws")]
    let partition = aws::retry_partition(settings);
    #[cfg(not(feature = "aws"))]
    let partition = settings.service().module();
    let params = DefaultPluginParams::new()
        .with_retry_partition_name(partition)
        .with_behavior_version(version)
        // It decides whether there are retries if nothing else is set.
        .with_is_aws_sdk(true);
    default_plugins(params).into_iter().collect()
}

/// Ours, unless the old stack is asked for and the behavior version still selects it.
#[allow(deprecated)] // The constructors of versions other than the latest are.
fn is_ours_default(version: BehaviorVersion, features: Features) -> bool {
    let is_current = version.is_at_least(BehaviorVersion::v2026_01_12());
    features.default_https_client && (is_current || !features.legacy_https_client)
}

/// None if no emitted crate of the program asks for it.
fn without_tls() -> Option<SharedHttpClient> {
    #[cfg(feature = "default-http-client")]
    return Some(super::plain_http::client());
    #[cfg(not(feature = "default-http-client"))]
    None
}

fn defaults_plugin(components: RuntimeComponentsBuilder) -> SharedRuntimePlugin {
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_order(Order::Defaults).with_runtime_components(components))
}

fn merge(plugins: Vec<SharedRuntimePlugin>, service: &Service) -> Result<ClientPlugins, BoxError> {
    let all = RuntimePlugins::new().with_client_plugins(plugins.iter().cloned());
    let mut cfg = ConfigBag::base();
    let mut components = all.apply_client_configuration(&mut cfg)?;
    if has_api_key(service) {
        auth::put_keys(&mut components);
    }
    components.validate_base_client_config(&cfg)?;

    let mut merged = RuntimePlugins::new();
    let mut components = Some(components);
    for plugin in plugins.into_iter().filter(|plugin| plugin.config().is_some()) {
        merged = merged.with_client_plugin(LayerOf { components: components.take(), plugin });
    }
    Ok(ClientPlugins(merged))
}

/// Whether requests get a key on their way out.
fn has_api_key(service: &Service) -> bool {
    service.schemes().iter().any(|scheme| matches!(scheme, Scheme::ApiKey(_)))
}

/// The layer of a plugin; the first also has the components of all.
#[derive(Debug)]
struct LayerOf {
    plugin: SharedRuntimePlugin,
    components: Option<RuntimeComponentsBuilder>,
}

impl RuntimePlugin for LayerOf {
    fn config(&self) -> Option<FrozenLayer> {
        self.plugin.config()
    }

    fn runtime_components(&self, _: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        static NONE: RuntimeComponentsBuilder = RuntimeComponentsBuilder::new("none");
        Cow::Borrowed(self.components.as_ref().unwrap_or(&NONE))
    }
}

/// What every client has. Whose service it is decides what is in its requests.
fn service_components(service: &Service) -> RuntimeComponentsBuilder {
    let resolver = DefaultAuthSchemeResolver::default().into_shared_resolver();
    let permanent = SharedInterceptor::permanent::<ConnectionPoisoningInterceptor>;
    let components = RuntimeComponentsBuilder::new("ServiceRuntimePlugin")
        .with_auth_scheme_option_resolver(Some(resolver))
        .with_endpoint_resolver(Some(service.endpoint_resolver()))
        .with_interceptor(permanent(ConnectionPoisoningInterceptor::new()))
        .with_retry_classifier(HttpStatusCodeClassifier::default());
    let components = match service.owner() {
        #[cfg(feature = "aws")]
        Owner::Aws => aws::with_interceptors(components, service),
        #[cfg(feature = "aws")]
        Owner::Hosted => aws::with_clock_skew(with_own_interceptors(components, service)),
        Owner::Own => with_own_interceptors(components, service),
    };
    let schemes = service.schemes().iter().filter_map(|scheme| scheme.signer());
    schemes.fold(components, RuntimeComponentsBuilder::with_auth_scheme)
}

fn with_own_interceptors(components: RuntimeComponentsBuilder, service: &Service) -> RuntimeComponentsBuilder {
    let user_agent = UserAgentInterceptor::new(service.client());
    let facts = ResponseFactsInterceptor::new(service.headers_of_request_ids());
    components
        .with_interceptor(SharedInterceptor::permanent(user_agent))
        .with_interceptor(SharedInterceptor::permanent(facts))
}

/// The settings of one call over those of its client.
#[derive(Debug)]
pub(crate) struct ConfigOverride {
    layer: FrozenLayer,
    components: RuntimeComponentsBuilder,
}

impl ConfigOverride {
    #[cfg_attr(not(feature = "aws"), expect(unused_mut, reason = "a region is all that is added"))]
    pub(crate) fn new(mut settings: SettingsBuilder, service: &Service) -> Self {
        #[cfg(feature = "aws")]
        super::aws::store_signing_region(&mut settings.layer);
        let layer = settings.layer;
        let mut components = with_checked_endpoints(settings.components);
        if has_api_key(service) {
            auth::put_keys(&mut components);
        }
        // Identities of a call must not fill the client's cache. A cache of
        // its own, and not none, because retries ask again.
        if components.has_identity_resolvers() && components.identity_cache().is_none() {
            let cache = IdentityCache::lazy().max_partitions(1).build();
            components.set_identity_cache(Some(cache));
        }
        let layer = Layer::from(layer).with_name("ConfigOverride").freeze();
        Self { layer, components }
    }
}

impl RuntimePlugin for ConfigOverride {
    fn config(&self) -> Option<FrozenLayer> {
        Some(self.layer.clone())
    }

    fn runtime_components(&self, _: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        Cow::Borrowed(&self.components)
    }
}

/// The official metrics plugin, which makes its instruments anew at each call: the
/// most expensive step after signing. They are kept for as long as the process's
/// telemetry provider stays the same.
struct CachedMetrics {
    metrics: MetricsRuntimePlugin,
    cache: RwLock<Option<(Arc<TelemetryProvider>, FrozenLayer)>>,
}

impl Debug for CachedMetrics {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.metrics.fmt(f)
    }
}

impl CachedMetrics {
    fn new(settings: &Settings) -> Result<Self, BoxError> {
        let time_source = settings.components().time_source().unwrap_or_default();
        let metrics = MetricsRuntimePlugin::builder()
            .with_scope(settings.service().metrics_scope())
            .with_time_source(time_source)
            .build()?;
        Ok(Self { metrics, cache: RwLock::new(None) })
    }
}

impl RuntimePlugin for CachedMetrics {
    fn config(&self) -> Option<FrozenLayer> {
        let Ok(provider) = get_telemetry_provider() else {
            return self.metrics.config();
        };
        // Nothing can panic while it holds the lock.
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, layer)) = &*cache {
            if Arc::ptr_eq(of, &provider) {
                return Some(layer.clone());
            }
        }
        drop(cache);
        let layer = self.metrics.config()?;
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        *cache = Some((provider, layer.clone()));
        Some(layer)
    }

    fn runtime_components(&self, current: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        self.metrics.runtime_components(current)
    }
}

#[cfg(all(test, feature = "aws"))]
mod tests;
