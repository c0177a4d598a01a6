//! The default HTTPS client: in, the behavior version; out, rustls with ring, for our clients and
//! for whatever else of a program takes one. It is named here and not left to the official default, which depends on the features
//! that any crate of the program turns on.

use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::http::SharedHttpClient;

/// None if no emitted crate of the program asks for it.
#[cfg(not(feature = "default-https-client"))]
pub(crate) fn client(_: BehaviorVersion) -> Option<SharedHttpClient> {
    None
}

#[cfg(feature = "default-https-client")]
pub(crate) use rustls::client;

/// The HTTPS client that clients of this crate have by default: rustls with ring, and the proxy
/// that the environment names.
///
/// For whatever else takes an HTTP client. `aws_config::defaults(..).http_client(https_client())`
/// fetches credentials with it, and all clients that are made from the loaded `SdkConfig` use it:
/// they share its connections, and `aws-config` needs no HTTPS client of its own, nor its
/// feature `default-https-client`, which compiles a second TLS stack.
///
/// Each call returns a new client without connections, since these end with the async runtime
/// that they were opened in. Share one by cloning it.
#[cfg(feature = "default-https-client")]
pub fn https_client() -> SharedHttpClient {
    rustls::lazy(BehaviorVersion::latest())
}

#[cfg(feature = "default-https-client")]
mod rustls {
    use super::{BehaviorVersion, SharedHttpClient};
    use aws_smithy_http_client::proxy::ProxyConfig;
    use aws_smithy_http_client::tls::{rustls_provider::CryptoMode, Provider};
    use aws_smithy_http_client::{Builder, ConnectorBuilder};
    use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
    use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpConnector};
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
    use std::sync::OnceLock;

    pub(crate) fn client(version: BehaviorVersion) -> Option<SharedHttpClient> {
        Some(lazy(version))
    }

    pub(super) fn lazy(version: BehaviorVersion) -> SharedHttpClient {
        SharedHttpClient::new(LazyClient { version, client: OnceLock::new() })
    }

    /// Made by the first call, so that a client that is built and dropped, or
    /// has another HTTP client, never loads certificates. Not shared between
    /// clients: pooled connections die with the async runtime they came from.
    #[derive(Debug)]
    struct LazyClient {
        version: BehaviorVersion,
        client: OnceLock<SharedHttpClient>,
    }

    impl HttpClient for LazyClient {
        fn http_connector(
            &self,
            settings: &HttpConnectorSettings,
            components: &RuntimeComponents,
        ) -> SharedHttpConnector {
            let client = self.client.get_or_init(|| build(self.version));
            client.http_connector(settings, components)
        }

        /// The user agent has it. It says nothing of the behavior version, and is asked for before
        /// each request is sent.
        fn connector_metadata(&self) -> Option<ConnectorMetadata> {
            self.client.get_or_init(|| build(self.version)).connector_metadata()
        }
    }

    #[allow(deprecated)] // The constructors of versions other than the latest are.
    fn build(version: BehaviorVersion) -> SharedHttpClient {
        let uses_proxy = version.is_at_least(BehaviorVersion::v2025_08_07());
        Builder::new().build_with_connector_fn(move |settings, components| {
            let mut connector = ConnectorBuilder::default().tls_provider(Provider::Rustls(CryptoMode::Ring));
            connector.set_connector_settings(settings.cloned());
            if let Some(components) = components {
                connector.set_sleep_impl(components.sleep_impl());
            }
            connector.set_proxy_config(Some(match uses_proxy {
                true => ProxyConfig::from_env(),
                false => ProxyConfig::disabled(),
            }));
            connector.build()
        })
    }
}
