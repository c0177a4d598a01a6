//! Clients: in, a service and a config; out, the handle that all calls go through.

#[cfg(feature = "aws")]
mod discovery;
#[cfg(feature = "aws")]
mod presigning;
#[cfg(feature = "aws")]
mod sessions;

#[cfg(feature = "aws")]
pub use presigning::PresignedFuture;

use crate::config::plugins::{self, ClientPlugins};
use crate::config::{ConfigOverride, Features, Settings, SettingsBuilder};
use crate::op::{ErasedFuture, ErasedResult, Input, Operation, ResponseFuture};
use crate::service::Service;
use aws_smithy_runtime::client::orchestrator;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::TimeComponents;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, SharedRuntimePlugin};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::sync::Arc;
use tracing::Instrument;

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
    /// # Errors
    /// The settings do not suffice for a client.
    pub fn new(settings: &Settings, features: Features) -> Result<Self, InvalidConfig> {
        Self::with_plugin(settings, features, None)
    }

    fn with_plugin(
        settings: &Settings,
        features: Features,
        extra: Option<SharedRuntimePlugin>,
    ) -> Result<Self, InvalidConfig> {
        let plugins = plugins::of_client(settings, features, extra).map_err(InvalidConfig)?;
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

    /// Prepares a call with a plugin that comes after all others.
    pub(crate) fn send_with_plugin<I, T, E>(
        &self,
        operation: &'static Operation,
        input: I,
        plugin: SharedRuntimePlugin,
    ) -> ResponseFuture<T, E>
    where
        I: Debug + Send + Sync + 'static,
    {
        ResponseFuture::new(self.send_erased(operation, Input::erase(input), plugin))
    }

    /// The same without the types of the operation.
    pub(crate) fn send_erased(
        &self,
        operation: &'static Operation,
        input: Input,
        plugin: SharedRuntimePlugin,
    ) -> ErasedFuture {
        let call = Call { handle: self.clone(), operation, config_override: None, extra: Some(plugin) };
        Box::pin(call.run(Ok(input)))
    }

    /// What the client sleeps with and takes the time from.
    pub(crate) fn time_components(&self) -> Result<TimeComponents, BoxError> {
        let plugins = self.0.plugins.to_runtime_plugins();
        Ok(plugins.apply_client_configuration(&mut ConfigBag::base())?.into_time_components())
    }
}

/// A client whose caller is sure of the settings.
///
/// # Panics
///
/// Panics like the SDK if they do not suffice.
#[track_caller]
pub fn made<T>(client: Result<T, InvalidConfig>) -> T {
    match client {
        Ok(client) => client,
        Err(error) => panic!("{error}"),
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
    async fn run(self, input: Result<Input, BuildError>) -> ErasedResult {
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
            plugins = plugins.with_operation_plugin(ConfigOverride::new(config, inner.service));
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
