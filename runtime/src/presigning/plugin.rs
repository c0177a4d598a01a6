//! How a request is presigned: in, the config and what is in place of its body; out, the plugin
//! of a call that signs in the query at a time that the caller chose, and the request once
//! it is signed.

use super::{PresignedBody, PresignedRequest, PresigningConfig};
use crate::official::dyn_dispatch_hint;
use aws_runtime::auth::{HttpSignatureType, SigV4OperationSigningConfig};
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::service_clock_skew::ServiceClockSkewInterceptor;
use aws_runtime::user_agent::UserAgentInterceptor;
use aws_sigv4::http_request::SignableBody;
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime::client::retries::strategy::NeverRetryStrategy;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{disable_interceptor, Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::retries::SharedRetryStrategy;
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use std::time::Duration;

/// The last plugin of a call that is presigned.
pub(crate) fn plugin(body: PresignedBody, config: &PresigningConfig) -> SharedRuntimePlugin {
    let mut layer = Layer::new("Presigning");
    layer.store_put(body);
    // What they say is of one attempt to send a request.
    layer.store_put(disable_interceptor::<InvocationIdInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<RequestInfoInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<UserAgentInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<ServiceClockSkewInterceptor>("presigning"));
    let components = RuntimeComponentsBuilder::new("Presigning")
        .with_interceptor(SharedInterceptor::permanent(SignInQuery { body, expires_in: config.expires() }))
        .with_retry_strategy(Some(SharedRetryStrategy::new(NeverRetryStrategy::new())))
        .with_time_source(Some(SharedTimeSource::new(StaticTimeSource::new(config.start_time()))));
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(components))
}

/// Has the signature put into the query.
#[derive(Debug)]
struct SignInQuery {
    body: PresignedBody,
    expires_in: Duration,
}

#[dyn_dispatch_hint]
impl Intercept for SignInQuery {
    fn name(&self) -> &'static str {
        "SigV4PresigningInterceptor"
    }

    fn modify_before_signing(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut config = cfg.load::<SigV4OperationSigningConfig>().cloned().ok_or("the operation cannot be signed")?;
        config.signing_options.expires_in = Some(self.expires_in);
        config.signing_options.signature_type = HttpSignatureType::HttpRequestQueryParams;
        config.signing_options.payload_override = Some(match self.body {
            PresignedBody::Unsigned => SignableBody::UnsignedPayload,
            PresignedBody::Empty | PresignedBody::InQuery => SignableBody::Bytes(&[]),
        });
        cfg.interceptor_state().store_put(config);
        Ok(())
    }
}

const NOT_SIGNED: &str = "a presigned request needs a signature by SigV4, and this call has none: set \
                          `credentials_provider` of the config, and `auth_scheme_preference` if the operation has \
                          other schemes";

/// What is signed by nobody and says who makes a call, not who sends the request later.
const OF_THIS_PROCESS: [&str; 2] = ["user-agent", "x-amzn-trace-id"];

/// The request after it went through all steps but the last.
///
/// # Errors
/// It is not signed: the call has no credentials, or another scheme was chosen.
pub(crate) fn signed(mut request: HttpRequest) -> Result<PresignedRequest, BoxError> {
    let query = request.uri().split_once('?').map_or("", |(_, query)| query);
    if !query.split('&').any(|parameter| parameter.starts_with("X-Amz-Signature=")) {
        return Err(NOT_SIGNED.into());
    }
    for name in OF_THIS_PROCESS {
        request.headers_mut().remove(name);
    }
    Ok(PresignedRequest::new(request)?)
}
