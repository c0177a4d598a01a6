//! The runtime plugin of an operation: in, its static and its service's; out, the
//! layer and the components that the orchestrator asks for. Made once a process.

use super::{Input, Operation, OutputOrError, Serializer};
use crate::auth::{self, OperationAuth};
#[cfg(feature = "compression")]
use crate::behaviour::compression::IsCompressed;
use crate::behaviour::Registration;
use crate::http::Response;
use crate::official::dyn_dispatch_hint;
#[cfg(feature = "compression")]
use crate::official::SmithySdkFeature;
use crate::service::{EndpointParams, Service};
#[cfg(feature = "aws")]
use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, Metadata, SensitiveOutput};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_runtime_api::http::NonUtf8HeaderHandling;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use std::cell::Cell;

pub(super) fn build(op: &'static Operation, service: &'static Service) -> SharedRuntimePlugin {
    let mut layer = Layer::new(op.facts.name);
    layer.store_put(AuthSchemeOptionResolverParams::new(auth::Params::of(op.facts.name)));
    if op.facts.secrets.any() {
        layer.store_put(SensitiveOutput);
    }
    layer.store_put(Metadata::new(op.facts.name, service.id()));

    let mut plugin = Registration {
        components: RuntimeComponentsBuilder::new(op.facts.name),
        #[cfg(feature = "aws")]
        signing: service.signing_options(),
        auth: service.auth(),
        endpoint_params: service.params(),
        is_protected_from_stalls: true,
    };
    for behaviour in op.facts.behaviours.into_iter().flatten() {
        behaviour.register(&mut plugin);
    }
    #[cfg(feature = "aws")]
    layer.store_put(SigV4OperationSigningConfig {
        signing_options: std::mem::take(&mut plugin.signing),
        ..SigV4OperationSigningConfig::default()
    });
    let Registration { mut components, auth, endpoint_params, is_protected_from_stalls, .. } = plugin;
    let glue = Glue { op, endpoint_params, has_extended_ids: service.has_extended_request_ids() };
    layer.store_put(SharedRequestSerializer::new(glue));
    layer.store_put(SharedResponseDeserializer::new(glue));
    components.push_interceptor(SharedInterceptor::permanent(glue));
    if is_protected_from_stalls {
        let protection = StalledStreamProtectionInterceptor::default();
        components.push_interceptor(SharedInterceptor::permanent(protection));
    }
    for classifier in op.errors.classifiers(service) {
        components.push_retry_classifier(classifier);
    }
    layer.store_put(OperationAuth::new(auth, service.asks_endpoint_for_auth()));
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(components))
}

/// Gives the operation's functions the shape of the orchestrator's traits.
#[derive(Clone, Copy, Debug)]
struct Glue {
    op: &'static Operation,
    endpoint_params: EndpointParams,
    has_extended_ids: bool,
}

impl Glue {
    fn deserialize(&self, response: Response<'_>, cfg: &ConfigBag) -> OutputOrError {
        let is_lenient = cfg.load::<NonUtf8HeaderHandling>() == Some(&NonUtf8HeaderHandling::Skip);
        let response = response.without_unreadable_headers(is_lenient);
        let response = response.with_secrets(&self.op.facts.secrets).with_extended_id(self.has_extended_ids);
        self.op.tell_ids(&response, self.has_extended_ids);
        (self.op.facts.deserialize)(&response)
    }
}

impl SerializeRequest for Glue {
    fn serialize_input(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        let request = match self.op.facts.serialize {
            Serializer::Buffered(serialize) => serialize(&input, cfg),
            Serializer::Streaming(serialize) => serialize(input, cfg),
        };
        #[cfg(feature = "compression")]
        if cfg.load::<IsCompressed>().is_some_and(IsCompressed::get) {
            cfg.interceptor_state().store_append(SmithySdkFeature::GzipRequestCompression);
        }
        request
    }
}

impl DeserializeResponse for Glue {
    fn deserialize_streaming_with_config(&self, response: &mut HttpResponse, cfg: &ConfigBag) -> Option<OutputOrError> {
        // An error is read whole, as any other.
        if !self.op.facts.streaming_output || !response.status().is_success() {
            return None;
        }
        let body = Cell::new(std::mem::replace(response.body_mut(), SdkBody::taken()));
        Some(self.deserialize(Response::unread(response, &body), cfg))
    }

    fn deserialize_nonstreaming_with_config(&self, response: &HttpResponse, cfg: &ConfigBag) -> OutputOrError {
        self.deserialize(Response::new(response), cfg)
    }
}

#[dyn_dispatch_hint]
impl Intercept for Glue {
    fn name(&self) -> &'static str {
        "OperationInterceptor"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let params = (self.endpoint_params)(cfg, context.input())
            .map_err(|error| ContextAttachedError::new("endpoint params could not be built", error))?;
        cfg.interceptor_state().store_put(params);
        Ok(())
    }
}
