//! Auth schemes: in, what the model allows for an operation; out, the options that
//! the orchestrator tries in turn. Its types are public paths of an emitted crate.

use aws_runtime::auth::sigv4;
use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture, ResolveAuthSchemeOptions,
    SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// The scheme of a service that says nothing else.
pub(crate) static SIGV4: &[AuthSchemeId] = &[sigv4::SCHEME_ID];

/// The scheme of an operation that anybody may call: `@auth([])`.
pub static NONE: &[AuthSchemeId] = &[NO_AUTH_SCHEME_ID];

/// The schemes of an operation with `@optionalAuth`.
pub static SIGV4_OR_NONE: &[AuthSchemeId] = &[sigv4::SCHEME_ID, NO_AUTH_SCHEME_ID];

/// The modeled options of the operation that is being called.
///
/// They lie in the operation's layer, so that one resolver serves all services
/// and a call clones a prepared list instead of looking a name up.
#[derive(Debug)]
pub(crate) struct OperationAuth(Vec<AuthSchemeOption>);

impl OperationAuth {
    pub(crate) fn new(schemes: &[AuthSchemeId]) -> Self {
        Self(schemes.iter().cloned().map(Into::into).collect())
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
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let modeled = cfg.load::<OperationAuth>();
        let modeled = modeled.ok_or_else(|| "no operation is being called".into());
        AuthSchemeOptionsFuture::ready(modeled.map(|modeled| modeled.0.clone()))
    }
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
