//! The user agent: in, name and version of the emitted crate; out, the header `User-Agent`
//! with these and with the runtime's, `shop/0.1.0 whitesmith/0.1.0` (RFC 9110, section 10.1.5).
//! It says nothing about the machine or the program: who runs a service of their own knows
//! its clients, and adds what they need.

use crate::official::dyn_dispatch_hint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

const HEADER: &str = "user-agent";

#[derive(Debug)]
pub(crate) struct UserAgentInterceptor {
    text: String,
}

impl UserAgentInterceptor {
    pub(crate) fn new([package, version]: [&str; 2]) -> Self {
        Self { text: format!("{package}/{version} whitesmith/{}", env!("CARGO_PKG_VERSION")) }
    }
}

#[dyn_dispatch_hint]
impl Intercept for UserAgentInterceptor {
    fn name(&self) -> &'static str {
        "UserAgentInterceptor"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        // A member of the input or an interceptor may have set another.
        if !headers.contains_key(HEADER) {
            headers.try_insert(HEADER, self.text.clone())?;
        }
        Ok(())
    }
}
