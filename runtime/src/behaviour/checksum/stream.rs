//! Requests whose body is read as it is sent: in, the algorithm that the request has promised;
//! out, the body in chunks with the checksum as a trailer (S3's content encoding
//! `aws-chunked`). Over http each chunk is signed.

use super::algorithm::Algorithm;
use super::body::{Checked, Then};
use crate::behaviour::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use aws_runtime::auth::PayloadSigningOverride;
use aws_runtime::content_encoding::header::X_AMZ_TRAILER_SIGNATURE;
use aws_runtime::content_encoding::header_value::AWS_CHUNKED;
use aws_runtime::content_encoding::{AwsChunkedBody, AwsChunkedBodyOptions, DeferredSigner};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::operation::BuildError;
use http_body::Body;
use std::sync::{Arc, OnceLock};

/// What a signature of the trailers has after its name and a colon.
const SIGNATURE_LENGTH: u64 = 64;
/// S3 takes no smaller chunks.
const SMALLEST_CHUNK: usize = 8192;

/// What no body has, and what the sums of the encoding would not fit in.
const LONGEST: u64 = u64::MAX / 4;

const NO_SIZE: &str = "Only request bodies with a known size can be aws-chunked encoded. Set the length of the body, \
                       or do without its checksum: request_checksum_calculation(WhenRequired)";
/// What signatures begin with that chunks can be signed after.
const SIGV4: &str = "AWS4-HMAC-SHA256";

/// The algorithm for a body, and its checksum once it was sent.
#[derive(Clone, Debug)]
pub(super) struct Promised {
    pub(super) algorithm: &'static Algorithm,
    pub(super) sent: Arc<OnceLock<String>>,
}

impl Storable for Promised {
    type Storer = StoreReplace<Self>;
}

/// The setting `aws_chunked_encoding_chunk_size`: None for the whole body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChunkSize(pub(crate) Option<usize>);

impl Storable for ChunkSize {
    type Storer = StoreReplace<Self>;
}

/// The checksum of a streamed body.
#[derive(Debug)]
pub struct StreamedChecksum;

impl Behaviour for StreamedChecksum {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(Self));
    }
}

/// Whether the body is to be sent in chunks, and with which algorithm.
fn promised(request: &HttpRequest, cfg: &ConfigBag) -> Option<Promised> {
    cfg.load::<Promised>().filter(|_| request.body().bytes().is_none()).cloned()
}

#[dyn_dispatch_hint]
impl Intercept for StreamedChecksum {
    fn name(&self) -> &'static str {
        "StreamedChecksum"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let Some(Promised { algorithm, .. }) = promised(request, cfg) else { return Ok(()) };
        let given = request.headers().get("content-length").and_then(|length| length.parse::<u64>().ok());
        let length = given.or_else(|| request.body().size_hint().exact()).ok_or_else(|| BuildError::other(NO_SIZE))?;
        let is_signed = request.uri().starts_with("http:") && !is_for_regions(cfg);
        let options = options(algorithm, length, is_signed, cfg.load::<ChunkSize>().copied())?;

        let headers = request.headers_mut();
        headers.insert("x-amz-trailer", algorithm.header);
        headers.insert("x-amz-decoded-content-length", length.to_string());
        headers.insert("content-length", options.encoded_length().to_string());
        headers.remove("transfer-encoding");
        headers.append("content-encoding", AWS_CHUNKED);
        let state = cfg.interceptor_state();
        state.store_put(options);
        if is_signed {
            let (signer, sender) = DeferredSigner::new();
            state.store_put(signer);
            state.store_put(sender);
            state.store_put(PayloadSigningOverride::StreamingSignedPayloadTrailer);
        } else {
            state.store_put(PayloadSigningOverride::StreamingUnsignedPayloadTrailer);
        }
        Ok(())
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let Some(Promised { algorithm, sent }) = promised(request, cfg) else { return Ok(()) };
        let mut options = cfg.load::<AwsChunkedBodyOptions>().cloned().ok_or("nothing has prepared the chunks")?;
        let mut signer = cfg
            .get_mut_from_interceptor_state::<DeferredSigner>()
            .map(|signer| std::mem::replace(signer, DeferredSigner::empty()));
        let is_signed = request.headers().get("authorization").is_some_and(|signed| signed.starts_with(SIGV4));
        if signer.is_some() && !is_signed {
            // The call is anonymous, or has a token: the chunks follow no signature.
            let given = request.headers().get("x-amz-decoded-content-length").and_then(|length| length.parse().ok());
            let length = given.ok_or("nothing has prepared the chunks")?;
            options = self::options(algorithm, length, false, cfg.load::<ChunkSize>().copied())?;
            request.headers_mut().insert("content-length", options.encoded_length().to_string());
            signer = None;
        }
        let body = std::mem::replace(request.body_mut(), SdkBody::taken());
        // Made anew for each attempt.
        *request.body_mut() = body.map(move |body| {
            let body = SdkBody::from_body_1_x(Checked::new(body, algorithm, Then::Trailer(sent.clone())));
            let body = AwsChunkedBody::new(body, options.clone());
            SdkBody::from_body_1_x(match &signer {
                Some(signer) => body.with_signer(signer.clone()),
                None => body,
            })
        });
        Ok(())
    }
}

/// Whether the request will be signed for several regions, which chunks cannot be.
fn is_for_regions(cfg: &ConfigBag) -> bool {
    let schemes = cfg.load::<Endpoint>().map(Endpoint::auth_schemes).unwrap_or_default();
    schemes.first().is_some_and(|scheme| scheme.name() == "sigv4a")
}

fn options(
    algorithm: &Algorithm,
    length: u64,
    is_signed: bool,
    chunk_size: Option<ChunkSize>,
) -> Result<AwsChunkedBodyOptions, BuildError> {
    if length > LONGEST {
        return Err(BuildError::other(NO_SIZE));
    }
    // A chunk of no bytes would be the last one, and one above the length says no more than it.
    let whole = usize::try_from(length).unwrap_or(usize::MAX).max(SMALLEST_CHUNK);
    let mut options = AwsChunkedBodyOptions::default()
        .with_stream_length(length)
        .with_trailer_len(algorithm.trailer_length())
        .signed_chunked_encoding(is_signed);
    if is_signed {
        options = options.with_trailer_len(X_AMZ_TRAILER_SIGNATURE.len() as u64 + 1 + SIGNATURE_LENGTH);
    }
    match chunk_size {
        None => {}
        Some(ChunkSize(Some(size))) if size < SMALLEST_CHUNK => {
            return Err(BuildError::other(format!(
                "Chunk size must be at least {SMALLEST_CHUNK} bytes, but {size} was provided."
            )));
        }
        Some(ChunkSize(size)) => options = options.with_chunk_size(size.map_or(whole, |size| size.min(whole))),
    }
    Ok(options)
}
