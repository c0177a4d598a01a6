//! DynamoDB's checksum of a response: in, the header `x-amz-crc32`; out, a body whose reader gets
//! an error at its end if it is not what the header says. Such a call is tried again.

use super::algorithm::CRC32;
use super::response::compare;
use crate::behaviour::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use crate::test_client::is_test_client;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::base64;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

/// Whether responses are not compared. Where nothing is stored they are, but for clients of tests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableResponseCrc32(pub(crate) bool);

impl Storable for DisableResponseCrc32 {
    type Storer = StoreReplace<Self>;
}

/// The response may have the CRC-32 of its body in a header.
#[derive(Clone, Copy, Debug)]
pub struct ResponseCrc32;

impl Behaviour for ResponseCrc32 {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for ResponseCrc32 {
    fn name(&self) -> &'static str {
        "ResponseCrc32"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let setting = cfg.load::<DisableResponseCrc32>();
        let is_disabled = setting.map_or_else(|| is_test_client(cfg), |setting| setting.0);
        if is_disabled {
            return Ok(());
        }
        let response = context.response_mut();
        if let Some(expected) = said(response.headers()) {
            compare(response, &CRC32, expected, cfg);
        }
        Ok(())
    }
}

/// What the header says, written as checksums are. It is of the bytes that DynamoDB has sent,
/// which an HTTP client may have decompressed.
fn said(headers: &Headers) -> Option<String> {
    let is_encoded = headers.get("content-encoding").is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity"));
    let checksum: u32 = headers.get("x-amz-crc32").filter(|_| !is_encoded)?.trim().parse().ok()?;
    Some(base64::encode(checksum.to_be_bytes()))
}
