//! API keys: in, a key and where the model has it; out, a request with it. The key is put into
//! the request when it leaves for the network and not before: a key in a URL or in a header
//! that nobody knows would be in each log of a request.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::http::HTTP_API_KEY_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::identity::http::Token;
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::{
    GetIdentityResolver, RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_types::config_bag::ConfigBag;
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use std::fmt::{self, Debug, Formatter};

/// Where a service has its keys (Smithy 2.0, "httpApiKeyAuth trait").
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ApiKey {
    /// The name of the header or of the query parameter.
    pub name: &'static str,
    /// Whether it is a query parameter.
    pub is_query: bool,
    /// The word before the key in the header.
    pub scheme: Option<&'static str>,
}

#[derive(Debug)]
pub(super) struct ApiKeyScheme(ApiKey);

impl ApiKeyScheme {
    pub(super) fn new(key: ApiKey) -> Self {
        Self(key)
    }
}

impl AuthScheme for ApiKeyScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        HTTP_API_KEY_AUTH_SCHEME_ID
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(self.scheme_id())
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for ApiKeyScheme {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let token = identity.data::<Token>().ok_or("the identity for an API key is not a `Token`")?;
        let value = match self.0.scheme {
            Some(scheme) => format!("{scheme} {}", token.token()),
            None => token.token().to_owned(),
        };
        let can_be_sent = |byte: u8| matches!(byte, b' '..=b'~' | b'\t' | 0x80..);
        if value.is_empty() || (!self.0.is_query && !value.bytes().all(can_be_sent)) {
            return Err("the API key is empty or has a character that no header has, such as a line break".into());
        }
        request.add_extension(Pending { key: self.0, value });
        Ok(())
    }
}

/// A key that the request gets when it is sent.
#[derive(Clone)]
struct Pending {
    key: ApiKey,
    value: String,
}

impl Debug for Pending {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").field("key", &self.key).finish_non_exhaustive()
    }
}

impl Pending {
    fn put(self, request: &mut HttpRequest) -> Result<(), &'static str> {
        const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
        let Self { key, value } = self;
        if !key.is_query {
            let name = key.name.to_ascii_lowercase();
            return match request.headers_mut().try_insert(name, value) {
                Ok(_) => Ok(()),
                Err(_) => Err("the API key cannot be in a header"),
            };
        }
        let uri = request.uri();
        let sign = if uri.contains('?') { '&' } else { '?' };
        let (name, value) = (utf8_percent_encode(key.name, &RESERVED), utf8_percent_encode(&value, &RESERVED));
        let uri = format!("{uri}{sign}{name}={value}");
        request.set_uri(uri).map_err(|_| "the API key cannot be in a URL")
    }
}

/// Lets the HTTP client of `components` put keys into requests.
pub(crate) fn put_keys(components: &mut RuntimeComponentsBuilder) {
    if let Some(client) = components.http_client() {
        components.set_http_client(Some(SharedHttpClient::new(WithKeys(client))));
    }
}

#[derive(Clone, Debug)]
struct WithKeys<T>(T);

impl HttpClient for WithKeys<SharedHttpClient> {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(WithKeys(self.0.http_connector(settings, components)))
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.0.connector_metadata()
    }
}

impl HttpConnector for WithKeys<SharedHttpConnector> {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        if let Some(pending) = request.extension::<Pending>().cloned() {
            if let Err(problem) = pending.put(&mut request) {
                return HttpConnectorFuture::ready(Err(ConnectorError::user(problem.into())));
            }
        }
        self.0.call(request)
    }
}
