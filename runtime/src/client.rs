//! Clients: in, a service and a config; out, the handle that all calls go through.

use crate::auth;
use crate::config::plugins::{self, ClientPlugins};
use crate::config::{ConfigOverride, Features, Settings, SettingsBuilder};
use crate::op::{EndpointParams, Input, Operation, ResponseFuture};
use crate::paginator;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime::client::orchestrator;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, SharedRuntimePlugin};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::sync::Arc;
use tracing::Instrument;

/// What is the same for all clients of a service. Emitted code declares one `static`.
pub struct Service {
    sdk_id: &'static str,
    id: &'static str,
    module: &'static str,
    signing_name: &'static str,
    metrics_scope: &'static str,
    api_metadata: ApiMetadata,
    auth: &'static [AuthSchemeId],
    transient_errors: &'static [&'static str],
    signs_paths_as_they_are: bool,
    needs_endpoint: bool,
    endpoint_params: EndpointParams,
    endpoint_resolver: fn() -> SharedEndpointResolver,
}

/// The names of a service. A struct and not arguments, because they look alike.
#[derive(Debug)]
pub struct Names {
    /// `sdkId` as the model has it: `Application Auto Scaling`.
    pub sdk_id: &'static str,
    /// The same without spaces: names spans and metrics.
    pub id: &'static str,
    /// The SDK's module name: names the retry partition and the user agent's entry.
    pub module: &'static str,
    /// The name in signatures.
    pub signing_name: &'static str,
    /// `aws-sdk-` and the module name: the scope of metrics.
    pub metrics_scope: &'static str,
    /// The version of the emitted crate.
    pub version: &'static str,
}

impl Service {
    /// A service whose operations are signed with SigV4.
    pub const fn new(
        names: Names,
        endpoint_params: EndpointParams,
        endpoint_resolver: fn() -> SharedEndpointResolver,
    ) -> Self {
        Self {
            sdk_id: names.sdk_id,
            id: names.id,
            module: names.module,
            signing_name: names.signing_name,
            metrics_scope: names.metrics_scope,
            api_metadata: ApiMetadata::new(names.module, names.version),
            auth: auth::SIGV4,
            transient_errors: &[],
            signs_paths_as_they_are: false,
            needs_endpoint: false,
            endpoint_params,
            endpoint_resolver,
        }
    }

    /// The schemes of operations that do not say otherwise, in order of preference.
    pub const fn auth_schemes(mut self, schemes: &'static [AuthSchemeId]) -> Self {
        self.auth = schemes;
        self
    }

    /// A service whose paths are names of objects, as S3's are: they are neither
    /// normalised nor encoded twice for the signature, and the hash of the body
    /// goes in a header.
    pub const fn signs_paths_as_they_are(mut self) -> Self {
        self.signs_paths_as_they_are = true;
        self
    }

    /// Codes of errors that are worth another try, beside those that are anywhere in AWS.
    pub const fn transient_errors(mut self, codes: &'static [&'static str]) -> Self {
        self.transient_errors = codes;
        self
    }

    pub(crate) fn errors_that_pass(&self) -> &'static [&'static str] {
        self.transient_errors
    }

    /// A service that is not one of AWS's: its clients have to be given its address.
    pub const fn needs_endpoint_url(mut self) -> Self {
        self.needs_endpoint = true;
        self
    }

    pub(crate) fn needs_endpoint(&self) -> bool {
        self.needs_endpoint
    }

    pub(crate) fn has_plain_paths(&self) -> bool {
        self.signs_paths_as_they_are
    }

    /// The name in signatures.
    pub fn signing_name(&self) -> &'static str {
        self.signing_name
    }

    pub(crate) fn id(&self) -> &'static str {
        self.id
    }

    pub(crate) fn sdk_id(&self) -> &'static str {
        self.sdk_id
    }

    pub(crate) fn module(&self) -> &'static str {
        self.module
    }

    pub(crate) fn metrics_scope(&self) -> &'static str {
        self.metrics_scope
    }

    pub(crate) fn api_metadata(&self) -> &ApiMetadata {
        &self.api_metadata
    }

    pub(crate) fn auth(&self) -> &'static [AuthSchemeId] {
        self.auth
    }

    pub(crate) fn params(&self) -> EndpointParams {
        self.endpoint_params
    }

    pub(crate) fn endpoint_resolver(&self) -> SharedEndpointResolver {
        (self.endpoint_resolver)()
    }
}

impl Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.sdk_id).finish()
    }
}

/// A client without its operations. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Handle(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    service: &'static Service,
    plugins: ClientPlugins,
}

impl Handle {
    /// Checks the settings and prepares what all calls share.
    ///
    /// # Panics
    ///
    /// Where the SDK does: if the settings do not suffice for a client.
    #[track_caller]
    pub fn new(settings: &Settings, features: Features) -> Self {
        match Self::try_new(settings, features) {
            Ok(handle) => handle,
            Err(error) => panic!("{error}"),
        }
    }

    /// The same without a panic.
    pub fn try_new(settings: &Settings, features: Features) -> Result<Self, InvalidConfig> {
        let plugins = plugins::of_client(settings, features).map_err(InvalidConfig)?;
        let service = settings.service();
        Ok(Self(Arc::new(Inner { service, plugins })))
    }

    /// Prepares a call.
    pub fn send<I, T, E>(
        &self,
        operation: &'static Operation,
        input: Result<I, BuildError>,
        config_override: Option<SettingsBuilder>,
    ) -> ResponseFuture<T, E>
    where
        I: Debug + Send + Sync + 'static,
    {
        let input = input.map(Input::erase);
        let call = Call { handle: self.clone(), operation, config_override, extra: None };
        ResponseFuture::new(Box::pin(call.run(input)))
    }

    /// Prepares a call of a paginator.
    pub(crate) fn send_page<I, T, E>(&self, operation: &'static Operation, input: I) -> ResponseFuture<T, E>
    where
        I: Debug + Send + Sync + 'static,
    {
        let input = Ok(Input::erase(input));
        let call = Call { handle: self.clone(), operation, config_override: None, extra: Some(paginator::plugin()) };
        ResponseFuture::new(Box::pin(call.run(input)))
    }
}

/// The settings do not suffice for a client.
#[derive(Debug)]
pub struct InvalidConfig(BoxError);

impl Display for InvalidConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Invalid client configuration: {}", self.0)
    }
}

impl Error for InvalidConfig {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

/// A call before it is polled. Nothing in it depends on the operation's types.
struct Call {
    handle: Handle,
    operation: &'static Operation,
    config_override: Option<SettingsBuilder>,
    extra: Option<SharedRuntimePlugin>,
}

impl Call {
    async fn run(self, input: Result<Input, BuildError>) -> crate::op::ErasedResult {
        let input = input.map_err(SdkError::construction_failure)?;
        let (operation, service) = (self.operation, self.handle.0.service);
        let span = operation.span(service);
        let plugins = self.plugins();
        // The orchestrator ignores the names: they are in the span and the layer.
        let mut result = orchestrator::invoke("", "", input, &plugins).instrument(span).await;
        if let Some(finish) = operation.finishes() {
            result = match result {
                Ok(output) => finish(output).await.map_err(unfinished),
                error => error,
            };
        }
        match result {
            Err(error) if operation.secrets().any() => Err(operation.secrets().redact(error)),
            result => result,
        }
    }

    fn plugins(self) -> RuntimePlugins {
        let inner = &*self.handle.0;
        let mut plugins = inner.plugins.to_runtime_plugins();
        plugins = plugins.with_operation_plugin(self.operation.plugin(inner.service));
        if let Some(config) = self.config_override {
            plugins = plugins.with_operation_plugins(config.plugins().iter().cloned());
            plugins = plugins.with_operation_plugin(ConfigOverride::new(config));
        }
        if let Some(extra) = self.extra {
            plugins = plugins.with_operation_plugin(extra);
        }
        plugins
    }
}

/// The error of a response that was good until its initial message was read. The
/// response itself is gone by then.
fn unfinished(error: BoxError) -> SdkError<ErasedError, HttpResponse> {
    let status = StatusCode::try_from(200).expect("200 is a status code");
    SdkError::response_error(error, HttpResponse::new(status, SdkBody::taken()))
}
