//! One call made different from the client's others: in, a fluent builder; out,
//! the same call with interceptors and settings of its own.

#[cfg(feature = "aws")]
use crate::client::PresignedFuture;
use crate::config::SettingsBuilder;
use crate::op::ResponseFuture;
#[cfg(feature = "aws")]
use crate::presigning::PresigningConfig;
#[cfg(feature = "aws")]
use aws_runtime::auth::PayloadSigningOverrideRuntimePlugin;
use aws_smithy_runtime::client::interceptors::{MapRequestInterceptor, MutateRequestInterceptor};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use std::error::Error;
use std::fmt::{self, Debug};
use std::marker::PhantomData;

/// A fluent builder of an emitted crate.
pub trait Customizable<T, E>: Send + Sync {
    /// The `config::Builder` of that crate.
    type Config: Into<SettingsBuilder>;

    /// Sends with settings for this call.
    fn send_with(self, config: SettingsBuilder) -> ResponseFuture<T, E>;
}

/// A fluent builder of an emitted crate whose requests can be presigned.
#[cfg(feature = "aws")]
pub trait Presignable<E>: Send + Sync {
    /// Presigns with settings for this call.
    fn presign_with(self, config: SettingsBuilder, presigning_config: PresigningConfig) -> PresignedFuture<E>;
}

/// The output of an operation whose callers may leave the body out of the signature.
#[cfg(feature = "aws")]
pub trait MayBeUnsigned {}

/// A call that can be customized before it is sent.
pub struct CustomizableOperation<T, E, B> {
    builder: B,
    config: Option<SettingsBuilder>,
    interceptors: Vec<SharedInterceptor>,
    plugins: Vec<SharedRuntimePlugin>,
    types: PhantomData<fn() -> (T, E)>,
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    /// Called by `customize()` of a fluent builder.
    #[doc(hidden)]
    pub fn new(builder: B) -> Self {
        Self { builder, config: None, interceptors: Vec::new(), plugins: Vec::new(), types: PhantomData }
    }

    /// Adds an interceptor for this call.
    ///
    /// The order among the interceptors of one call is not defined; `map_request`
    /// and `mutate_request` are interceptors too.
    pub fn interceptor(self, interceptor: impl Intercept + 'static) -> Self {
        self.push(SharedInterceptor::new(interceptor))
    }

    /// Changes the HTTP request, or fails the call.
    pub fn map_request<F, MapE>(self, f: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequestInterceptor::new(f))
    }

    /// Changes the HTTP request in place.
    pub fn mutate_request<F>(self, f: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.interceptor(MutateRequestInterceptor::new(f))
    }

    /// The call, and what it has that others of its client have not.
    fn into_parts(self) -> (B, SettingsBuilder) {
        let mut config = self.config.unwrap_or_default();
        for interceptor in self.interceptors {
            config.push_interceptor(interceptor);
        }
        config.extend_plugins(self.plugins);
        (self.builder, config)
    }

    fn push(mut self, interceptor: SharedInterceptor) -> Self {
        self.interceptors.push(interceptor);
        self
    }
}

#[cfg(feature = "aws")]
impl<T: MayBeUnsigned, E, B> CustomizableOperation<T, E, B> {
    /// Leaves the body out of the signature of this call, which saves hashing it.
    ///
    /// The signature then does not protect the body: whether it has arrived unchanged is for TLS
    /// and its checksum to say. A body that is sent in chunks with its checksum at the end is
    /// signed as before: over `http` with its chunks, over `https` without them.
    pub fn disable_payload_signing(mut self) -> Self {
        self.plugins.push(SharedRuntimePlugin::new(PayloadSigningOverrideRuntimePlugin::unsigned()));
        self
    }
}

impl<T, E, B: Customizable<T, E>> CustomizableOperation<T, E, B> {
    /// Overrides settings for this call: what is set replaces the client's
    /// settings, what is not set does not change them.
    pub fn config_override(mut self, config_override: impl Into<B::Config>) -> Self {
        self.config = Some(config_override.into().into());
        self
    }

    /// Sends the request.
    pub fn send(self) -> ResponseFuture<T, E> {
        let (builder, config) = self.into_parts();
        builder.send_with(config)
    }
}

#[cfg(feature = "aws")]
impl<T, E, B: Presignable<E>> CustomizableOperation<T, E, B> {
    /// Signs the request for somebody else to send; see the method of the fluent builder.
    pub fn presigned(self, presigning_config: PresigningConfig) -> PresignedFuture<E> {
        let (builder, config) = self.into_parts();
        builder.presign_with(config, presigning_config)
    }
}

impl<T, E, B> Debug for CustomizableOperation<T, E, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomizableOperation")
    }
}
