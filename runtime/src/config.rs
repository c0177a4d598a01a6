//! Settings of a client: in, what the user sets one by one; out, a config layer and
//! components for the orchestrator. The `Config` and `Builder` of an emitted crate
//! are thin fronts of these types, written by [`config_settings!`](crate::config_settings).

#[cfg(feature = "aws")]
mod aws;
mod builder;
#[cfg(feature = "default-http-client")]
mod plain_http;
pub(crate) mod plugins;
#[cfg(feature = "aws")]
mod sdk_config;

pub use builder::SettingsBuilder;
pub(crate) use plugins::ConfigOverride;

use crate::behaviour::compression::{DisableRequestCompression, MinCompressionSize};
use crate::behaviour::idempotency::IdempotencyTokenProvider;
use crate::service::Service;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
use aws_smithy_types::config_bag::{CloneableLayer, FrozenLayer, Storable, Store, StoreReplace};
use std::sync::Arc;

/// Setters whose value goes into the layer, where `None` takes it out.
macro_rules! layer_settings {
    ($($(#[$doc:meta])* $name:ident($value:ident: $ty:ty) => $stored:expr;)+) => {
        impl $crate::config::SettingsBuilder {
            $($(#[$doc])*
            pub fn $name(&mut self, $value: Option<$ty>) {
                self.layer.store_or_unset($stored);
            })+
        }
    };
}
use layer_settings;

/// Which of its cargo features an emitted crate was built with.
///
/// Passed by value: the features of this crate are the union over all emitted
/// crates of a program, and one crate must not change another's behavior.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    /// `behavior-version-latest`.
    pub behavior_version_latest: bool,
    /// `default-http-client`.
    pub default_http_client: bool,
    /// `default-https-client`.
    pub default_https_client: bool,
    /// `legacy-https-client`.
    pub legacy_https_client: bool,
}

/// The settings of a client. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Settings(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    service: &'static Service,
    // The same settings twice, as in the SDK: one to share with calls, one to
    // go back to a builder.
    frozen: FrozenLayer,
    layer: CloneableLayer,
    components: RuntimeComponentsBuilder,
    plugins: Vec<SharedRuntimePlugin>,
    behavior_version: Option<BehaviorVersion>,
}

impl Settings {
    /// A builder with the same settings.
    pub fn to_builder(&self) -> SettingsBuilder {
        let inner = &*self.0;
        SettingsBuilder {
            layer: inner.layer.clone(),
            components: inner.components.clone(),
            plugins: inner.plugins.clone(),
            behavior_version: inner.behavior_version,
        }
    }

    /// A setting that is kept in the config layer.
    pub fn load<T>(&self) -> Option<&T>
    where
        T: Storable<Storer = StoreReplace<T>>,
        StoreReplace<T>: for<'a> Store<ReturnedType<'a> = Option<&'a T>>,
    {
        self.0.frozen.load::<T>()
    }

    /// The settings that are components.
    pub fn components(&self) -> &RuntimeComponentsBuilder {
        &self.0.components
    }

    /// The service that they are for.
    pub fn service(&self) -> &'static Service {
        self.0.service
    }

    /// The endpoint resolver, which is the service's if none is set.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        let set = self.0.components.endpoint_resolver();
        set.unwrap_or_else(|| self.0.service.endpoint_resolver())
    }

    /// What makes idempotency tokens: a random one if none is set.
    pub fn idempotency_token_provider(&self) -> IdempotencyTokenProvider {
        let set = self.load::<IdempotencyTokenProvider>();
        set.cloned().unwrap_or_else(IdempotencyTokenProvider::random)
    }

    /// Whether requests that can do without a checksum get one.
    pub fn request_checksum_calculation(&self) -> Option<&RequestChecksumCalculation> {
        self.load()
    }

    /// Whether responses are compared with their checksum.
    pub fn response_checksum_validation(&self) -> Option<&ResponseChecksumValidation> {
        self.load()
    }

    /// Whether requests are sent without compression.
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.load::<DisableRequestCompression>().map(|setting| setting.0)
    }

    /// The size of the smallest body that is compressed.
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.load::<MinCompressionSize>().map(|setting| setting.0)
    }
}

/// The types of settings that are read back from the layer.
pub mod layer {
    pub use aws_smithy_runtime::client::retries::RetryPartition;
    pub use aws_smithy_runtime_api::client::auth::AuthSchemePreference;
    pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
    pub use aws_smithy_types::retry::RetryConfig;
    pub use aws_smithy_types::timeout::TimeoutConfig;
    #[cfg(feature = "aws")]
    pub use aws_types::app_name::AppName;
    #[cfg(feature = "aws")]
    pub use aws_types::region::Region;
}
