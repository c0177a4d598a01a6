//! Auth schemes: in, what the model allows for an operation; out, the options that
//! the orchestrator tries in turn. Its types are public paths of an emitted crate.

mod api_key;
mod schemes;

pub(crate) use api_key::put_keys;
pub use api_key::ApiKey;
pub use schemes::Scheme;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture, ResolveAuthSchemeOptions,
    SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// The schemes of a service of AWS that says nothing else.
#[cfg(feature = "aws")]
pub(crate) static SIGV4: &[Scheme] = &[Scheme::SigV4];

/// The same of any other.
pub(crate) static NONE: &[Scheme] = &[Scheme::None];

/// The modeled options of the operation that is being called.
///
/// They lie in the operation's layer, so that one resolver serves all services
/// and a call clones a prepared list instead of looking a name up.
#[derive(Debug)]
pub(crate) struct OperationAuth {
    options: Vec<AuthSchemeOption>,
    asks_endpoint: bool,
}

impl OperationAuth {
    pub(crate) fn new(schemes: &[Scheme], asks_endpoint: bool) -> Self {
        Self { options: schemes.iter().map(|scheme| scheme.id().into()).collect(), asks_endpoint }
    }
}

impl Storable for OperationAuth {
    type Storer = StoreReplace<Self>;
}

/// Chooses the auth schemes of an operation.
pub trait ResolveAuthScheme: Send + Sync + Debug {
    /// The options for the given parameters, the preferred one first.
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a>;

    /// Converts this resolver into the type that the orchestrator uses.
    fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
    where
        Self: Sized + 'static,
    {
        SharedAuthSchemeOptionResolver::new(DowncastParams(self))
    }
}

#[derive(Debug)]
struct DowncastParams<T>(T);

impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for DowncastParams<T> {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match params.get() {
            Some(params) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
            None => AuthSchemeOptionsFuture::ready(Err("params of expected type was not present".into())),
        }
    }
}

/// Chooses what the model says.
#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver(());

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _: &'a Params,
        cfg: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match cfg.load::<OperationAuth>() {
            None => AuthSchemeOptionsFuture::ready(Err("no operation is being called".into())),
            Some(modeled) if !modeled.asks_endpoint => AuthSchemeOptionsFuture::ready(Ok(modeled.options.clone())),
            Some(modeled) => {
                AuthSchemeOptionsFuture::new(async move { by_endpoint(&modeled.options, cfg, components).await })
            }
        }
    }
}

/// The schemes of the endpoint in their order, each with what the model says of it, and then
/// those that only the model has.
async fn by_endpoint(
    modeled: &[AuthSchemeOption],
    cfg: &ConfigBag,
    components: &RuntimeComponents,
) -> Result<Vec<AuthSchemeOption>, BoxError> {
    let params = cfg.load::<EndpointResolverParams>().ok_or("there are no parameters of an endpoint")?;
    let endpoint = components.endpoint_resolver().resolve_endpoint(params).await?;
    let mut options: Vec<AuthSchemeOption> = Vec::with_capacity(modeled.len() + 1);
    for scheme in endpoint.auth_schemes() {
        let known = modeled.iter().find(|option| option.scheme_id().inner() == scheme.name());
        let option = known.cloned().unwrap_or_else(|| AuthSchemeId::from(Cow::Owned(scheme.name().to_owned())).into());
        options.push(option);
    }
    for option in modeled {
        if !options.iter().any(|chosen| chosen.scheme_id() == option.scheme_id()) {
            options.push(option.clone());
        }
    }
    Ok(options)
}

/// What an auth scheme is chosen by.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    operation_name: Cow<'static, str>,
}

impl Params {
    pub(crate) fn of(operation_name: &'static str) -> Self {
        Self { operation_name: operation_name.into() }
    }

    /// Creates a builder for [`Params`].
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The name of the operation.
    pub fn operation_name(&self) -> &str {
        &self.operation_name
    }
}

/// Builder for [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    operation_name: Option<Cow<'static, str>>,
}

impl ParamsBuilder {
    /// Sets the name of the operation.
    pub fn operation_name(self, operation_name: impl Into<Cow<'static, str>>) -> Self {
        self.set_operation_name(Some(operation_name.into()))
    }

    /// Sets the name of the operation.
    pub fn set_operation_name(mut self, operation_name: Option<Cow<'static, str>>) -> Self {
        self.operation_name = operation_name;
        self
    }

    /// The parameters, or an error if one is not set.
    pub fn build(self) -> Result<Params, BuildError> {
        let operation_name = self.operation_name.ok_or(BuildError("operation_name"))?;
        Ok(Params { operation_name })
    }
}

/// A parameter is missing.
#[derive(Debug)]
pub struct BuildError(&'static str);

impl Display for BuildError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "a required field was missing: `{}`", self.0)
    }
}

impl Error for BuildError {}
