//! Checksums of responses: in, the algorithms that an operation may answer with; out, a body
//! whose reader gets an error at its end if it is not what the header says.

use super::algorithm::{Algorithm, ALGORITHMS};
use super::body::{Checked, Then};
use crate::behaviour::{Behaviour, Registration};
use crate::official::{dyn_dispatch_hint, SmithySdkFeature};
#[cfg(feature = "aws")]
use crate::presigning::PresignedBody;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut, Input,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, Metadata};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::checksum_config::ResponseChecksumValidation;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

/// The properties of `@httpChecksum` for a response: what asks for a checksum, and the
/// algorithms that a response may have, by their names in the model.
#[derive(Debug)]
pub struct ResponseChecksum(
    /// Asks for a checksum if the flag is set and the caller has said nothing about it; returns
    /// whether the input asks for one.
    pub fn(&mut Input, bool) -> bool,
    /// `CRC32`
    pub &'static [&'static str],
);

/// The member of an input that asks for a checksum: sets it if it is to ask and the caller has
/// said nothing, and returns whether it asks.
pub fn ask_for_checksum<M>(mode: &mut Option<M>, is_asked: bool) -> bool
where
    M: AsRef<str> + for<'a> From<&'a str>,
{
    if is_asked {
        mode.get_or_insert_with(|| ENABLED.into());
    }
    mode.as_ref().is_some_and(|mode| mode.as_ref() == ENABLED)
}

const ENABLED: &str = "ENABLED";

/// Whether the response of this call is compared with its checksum.
#[derive(Clone, Copy, Debug)]
struct IsValidated(bool);

impl Storable for IsValidated {
    type Storer = StoreReplace<Self>;
}

impl Behaviour for ResponseChecksum {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(Validator(self)));
    }
}

#[derive(Debug)]
struct Validator(&'static ResponseChecksum);

#[dyn_dispatch_hint]
impl Intercept for Validator {
    fn name(&self) -> &'static str {
        "ResponseChecksum"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let setting = cfg.load::<ResponseChecksumValidation>().copied().unwrap_or_default();
        let is_usual = setting != ResponseChecksumValidation::WhenRequired && !is_presigned(cfg);
        let is_asked_for = (self.0 .0)(context.input_mut(), is_usual);
        let state = cfg.interceptor_state();
        state.store_put(IsValidated(is_usual || is_asked_for));
        state.store_append(match is_usual {
            true => SmithySdkFeature::FlexibleChecksumsResWhenSupported,
            false => SmithySdkFeature::FlexibleChecksumsResWhenRequired,
        });
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if !cfg.load::<IsValidated>().is_some_and(|setting| setting.0) {
            return Ok(());
        }
        let response = context.response_mut();
        if let Some((algorithm, expected)) = said(response.headers(), self.0 .1) {
            compare(response, algorithm, expected, cfg);
        }
        Ok(())
    }
}

/// Has whoever reads the body compare it with this checksum.
pub(super) fn compare(response: &mut HttpResponse, algorithm: &'static Algorithm, expected: String, cfg: &ConfigBag) {
    let operation = cfg.load::<Metadata>().map_or("an operation", Metadata::name).to_owned();
    let body = std::mem::replace(response.body_mut(), SdkBody::taken());
    *response.body_mut() = body.map(move |body| {
        let then = Then::Compare { expected: expected.clone(), operation: operation.clone() };
        SdkBody::from_body_1_x(Checked::new(body, algorithm, then))
    });
}

/// Whether somebody else gets the response, who may not ask for a checksum.
fn is_presigned(cfg: &ConfigBag) -> bool {
    #[cfg(feature = "aws")]
    return cfg.load::<PresignedBody>().is_some();
    #[cfg(not(feature = "aws"))]
    {
        let _ = cfg;
        false
    }
}

/// The checksum that a response says its body has, by the quickest algorithm of which it can be
/// compared.
fn said(headers: &Headers, algorithms: &[&str]) -> Option<(&'static Algorithm, String)> {
    let is_usual = |algorithm: &&&Algorithm| algorithms.iter().any(|name| name.eq_ignore_ascii_case(algorithm.name));
    let mut known = ALGORITHMS.iter().filter(is_usual);
    known.find_map(|known| Some((*known, comparable(headers.get(known.header)?)?)))
}

/// Written by us, so that two texts of one checksum are equal.
fn comparable(said: &str) -> Option<String> {
    if is_of_parts(said) {
        // The words of the official crates, which applications may filter by.
        tracing::warn!(
            more_info = "See https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html#large-object-checksums for more information.",
            "This checksum is a part-level checksum which can't be validated by the Rust SDK. Disable checksum validation for this request to fix this warning.",
        );
        return None;
    }
    let bytes = base64::decode(said);
    if bytes.is_err() {
        tracing::error!(
            "Checksum received from server could not be base64 decoded. No checksum validation will be performed."
        );
    }
    bytes.ok().map(base64::encode)
}

/// A checksum of the checksums of parts ends with their number: `q8jkXw==-3`.
fn is_of_parts(checksum: &str) -> bool {
    let number = checksum.rsplit_once('-').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
