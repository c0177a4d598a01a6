//! Sessions: in, the credentials of a client and the bucket of a call; out, the credentials that
//! the call is signed with, which a call of another operation gives out for some minutes (S3
//! Express One Zone: the auth scheme `sigv4-s3express` of the endpoint rules). Whoever begins a
//! session is in `client`.

use crate::op::{Input, Operation, Output};
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4::{self, SigV4Signer};
use aws_runtime::auth::SigV4SessionTokenNameOverride;
use aws_sigv4::http_request::{SignatureLocation, SigningSettings};
use aws_smithy_runtime::expiring_cache::ExpiringCache;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveCachedIdentity, ResolveIdentity, SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::{
    GetIdentityResolver, RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::DateTime;
use aws_types::endpoint_config::EndpointUrl;
use aws_types::region::Region;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The scheme that endpoints name for calls within a session.
pub(crate) const SCHEME_ID: AuthSchemeId = AuthSchemeId::new("sigv4-s3express");

/// How many sessions a client keeps.
const CAPACITY: usize = 100;
/// So long before it ends, a session is not used for another call.
const BUFFER_TIME: Duration = Duration::from_secs(10);

/// How sessions of a service begin. Emitted code declares one `static`.
#[derive(Debug)]
pub struct Sessions {
    /// The operation that begins one.
    pub operation: &'static Operation,
    /// The bucket of a call.
    pub bucket: fn(&EndpointResolverParams) -> Option<&str>,
    /// The input of the operation, for a bucket.
    pub input: fn(&str) -> Result<Input, BoxError>,
    /// What its output says.
    pub session: fn(&Output) -> Option<Session>,
}

/// The credentials of a session.
#[derive(Debug)]
pub struct Session(Credentials);

impl Session {
    /// The members of the output of the operation that begins a session. None for a moment
    /// that is beyond what the clock of this machine knows.
    pub fn new(access_key_id: &str, secret_access_key: &str, token: &str, end: &DateTime) -> Option<Self> {
        let end = SystemTime::try_from(*end).ok()?;
        let token = Some(token.to_owned());
        let mut credentials = Credentials::new(access_key_id, secret_access_key, token, Some(end), "s3express");
        let features = credentials.get_property_mut_or_default::<Vec<AwsCredentialFeature>>();
        features.push(AwsCredentialFeature::S3ExpressBucket);
        Some(Self(credentials))
    }
}

/// An output on its way.
pub(crate) type Begun<'a> = Pin<Box<dyn Future<Output = Result<Output, BoxError>> + Send + 'a>>;

/// Calls the operation that begins a session.
pub(crate) trait Begin: Debug + Send + Sync {
    /// With the settings of the call that needs the session.
    fn begin<'a>(&'a self, input: Input, components: &'a RuntimeComponents, cfg: &'a ConfigBag) -> Begun<'a>;
}

/// What a client needs for sessions, beside the components that its caller has set.
pub(crate) fn plugin(
    sessions: &'static Sessions,
    begin: impl Begin + 'static,
    components: &RuntimeComponentsBuilder,
) -> SharedRuntimePlugin {
    let mut layer = Layer::new("Sessions");
    layer.store_put(SigV4SessionTokenNameOverride::new(token_name));
    let mut own = RuntimeComponentsBuilder::new("Sessions").with_auth_scheme(Scheme::default());
    let has_credentials = components.identity_resolver(&sigv4::SCHEME_ID).is_some();
    if has_credentials && components.identity_resolver(&SCHEME_ID).is_none() {
        let provider = Provider { sessions, begin, known: Mutex::new(Vec::new()) };
        own.set_identity_resolver(SCHEME_ID, SharedIdentityResolver::new(provider));
    }
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(own))
}

/// The token of a session has another name than that of temporary credentials.
fn token_name(settings: &SigningSettings, cfg: &ConfigBag) -> Result<Option<&'static str>, BoxError> {
    let schemes = cfg.load::<Endpoint>().map(Endpoint::auth_schemes).unwrap_or_default();
    if !schemes.iter().any(|scheme| scheme.name() == SCHEME_ID.inner()) {
        return Ok(settings.session_token_name_override);
    }
    match settings.signature_location {
        SignatureLocation::Headers => Ok(Some("x-amz-s3session-token")),
        SignatureLocation::QueryParams => Ok(Some("X-Amz-S3session-Token")),
        _ => Err("a session has no name for its token at this place of a request".into()),
    }
}

/// Signs as SigV4 does, with the credentials of a session.
#[derive(Debug, Default)]
struct Scheme(SigV4Signer);

impl AuthScheme for Scheme {
    fn scheme_id(&self) -> AuthSchemeId {
        SCHEME_ID
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(SCHEME_ID)
    }

    fn signer(&self) -> &dyn Sign {
        &self.0
    }
}

/// What the call has that begins a session: an endpoint that asks for a session there would
/// wait for itself.
#[derive(Debug)]
pub(crate) struct NoSession;

impl ResolveIdentity for NoSession {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        IdentityFuture::ready(Err("the endpoint of the call that begins a session asks for a session".into()))
    }
}

/// Begins sessions, and keeps each until it ends.
struct Provider<B> {
    sessions: &'static Sessions,
    begin: B,
    /// The one that was used last is the last.
    known: Mutex<Vec<(Key, ExpiringCache<Identity, BoxError>)>>,
}

/// Whose session it is, with which bucket, and where.
#[derive(PartialEq)]
struct Key {
    bucket: String,
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    region: Option<Region>,
    endpoint_url: Option<String>,
}

impl<B: Begin> Debug for Provider<B> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).len();
        f.debug_struct("Provider").field("known", &known).finish_non_exhaustive()
    }
}

impl<B: Begin> ResolveIdentity for Provider<B> {
    fn resolve_identity<'a>(&'a self, components: &'a RuntimeComponents, cfg: &'a ConfigBag) -> IdentityFuture<'a> {
        IdentityFuture::new(self.identity(components, cfg))
    }

    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}

impl<B: Begin> Provider<B> {
    async fn identity(&self, components: &RuntimeComponents, cfg: &ConfigBag) -> Result<Identity, BoxError> {
        let bucket = cfg.load::<EndpointResolverParams>().and_then(self.sessions.bucket);
        let bucket = bucket.ok_or("the call names no bucket to have a session with")?;
        let resolver = components.identity_resolver(sigv4::SCHEME_ID).ok_or("there are no credentials")?;
        let identity = components.identity_cache().resolve_cached_identity(resolver, components, cfg).await?;
        let credentials = identity.data::<Credentials>().ok_or("the identity for SigV4 is not credentials")?;
        let cache = self.cache(bucket, credentials, cfg);
        let now = components.time_source().unwrap_or_default().now();
        if let Some(known) = cache.yield_or_clear_if_expired(now).await {
            return Ok(known);
        }
        cache
            .get_or_load(|| async {
                let input = (self.sessions.input)(bucket)?;
                let output = self.begin.begin(input, components, cfg).await?;
                let session = (self.sessions.session)(&output);
                let Session(credentials) = session.ok_or("the response has no credentials of a session")?;
                let end = credentials.expiry().ok_or("the session has no end")?;
                tracing::debug!(bucket, "began a session");
                Ok((Identity::from(credentials), end))
            })
            .await
    }

    /// The place for the session, which is empty if it has not begun. All calls that need it at
    /// once begin it once.
    fn cache(&self, bucket: &str, credentials: &Credentials, cfg: &ConfigBag) -> ExpiringCache<Identity, BoxError> {
        let key = Key {
            bucket: bucket.to_owned(),
            access_key_id: credentials.access_key_id().to_owned(),
            secret_access_key: credentials.secret_access_key().to_owned(),
            session_token: credentials.session_token().map(str::to_owned),
            region: cfg.load::<Region>().cloned(),
            endpoint_url: cfg.load::<EndpointUrl>().map(|url| url.0.clone()),
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = match known.iter().position(|(other, _)| *other == key) {
            Some(at) => known.remove(at),
            None => (key, ExpiringCache::new(BUFFER_TIME)),
        };
        if known.len() == CAPACITY {
            known.remove(0);
        }
        let cache = entry.1.clone();
        known.push(entry);
        cache
    }
}
