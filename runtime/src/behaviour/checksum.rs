//! Checksums of bodies: in, a body and what the operation and the caller ask for; out, one
//! header more, or a trailer where the body is read as it is sent (AWS's trait `httpChecksum`,
//! Smithy 2.0 "httpChecksumRequired trait").

// Without AWS there are no trailers.
#[cfg_attr(not(feature = "aws"), allow(dead_code))]
mod algorithm;
#[cfg_attr(not(feature = "aws"), allow(dead_code))]
mod body;
#[cfg(feature = "aws")]
mod crc32;
mod response;
#[cfg(feature = "aws")]
mod stream;

#[cfg(feature = "aws")]
pub use crc32::ResponseCrc32;
pub use response::{ask_for_checksum, ResponseChecksum};
#[cfg(feature = "aws")]
pub use stream::StreamedChecksum;

#[cfg(feature = "aws")]
pub(crate) use crc32::DisableResponseCrc32;
#[cfg(feature = "aws")]
pub(crate) use stream::ChunkSize;

use crate::http::Request;
use crate::official::SmithySdkFeature;
#[cfg(feature = "aws")]
use crate::presigning::PresignedBody;
use algorithm::{Algorithm, CRC32, MD5};
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;

/// The properties of `@httpChecksum` for a request.
#[derive(Clone, Copy, Debug)]
pub struct Checksum<'a> {
    /// The algorithm that the caller has chosen.
    pub algorithm: Option<&'a str>,
    /// The header that names the algorithm.
    pub header: Option<&'static str>,
    /// Whether the service refuses a request without one.
    pub is_required: bool,
}

/// What headers with a checksum begin with, those of other algorithms too.
const PREFIX: &str = "x-amz-checksum-";
/// Headers that begin like this and hold none.
const NO_CHECKSUMS: [&str; 3] = ["algorithm", "mode", "type"];

/// Algorithms that models name and that no SDK for Rust has.
const UNSUPPORTED: [&str; 4] = ["SHA512", "XXHASH64", "XXHASH3", "XXHASH128"];
const CHOICE: &str = "choose CRC32, CRC32C, CRC64NVME, SHA1 or SHA256, or set the checksum where the input has it";
const NOT_IN_MEMORY: &str = "the checksum is of a body in memory, and this one is read as it is sent; \
                             make the body from bytes, or set the checksum where the input has it";

impl Request {
    /// `@httpChecksumRequired`.
    pub fn content_md5(&mut self) {
        let header = "content-md5";
        if !self.headers().contains_key(header) {
            say(self, &MD5, header, |request| request.fail(BuildError::other(NOT_IN_MEMORY)));
        }
    }

    /// `@httpChecksum` of a body in memory. Comes after the headers, for a checksum among them
    /// is the caller's own.
    pub fn checksum(&mut self, checksum: Checksum<'_>, cfg: &mut ConfigBag) {
        let is_owed = checksum.is_owed();
        let Some(algorithm) = self.algorithm(checksum, cfg) else { return };
        say(self, algorithm, algorithm.header, move |request| {
            if is_owed {
                request.fail(BuildError::other(NOT_IN_MEMORY));
            }
        });
    }

    /// The same for a body that may be read as it is sent: the checksum is a trailer then, see
    /// [`StreamedChecksum`].
    #[cfg(feature = "aws")]
    pub fn streamed_checksum(&mut self, checksum: Checksum<'_>, cfg: &mut ConfigBag) {
        let header = checksum.header;
        let Some(algorithm) = self.algorithm(checksum, cfg) else { return };
        cfg.interceptor_state().store_put(stream::Promised { algorithm, sent: Default::default() });
        if let Some(header) = header {
            self.default_header(header, algorithm.name.into());
        }
        say(self, algorithm, algorithm.header, |_| {});
    }

    /// By which algorithm the request gets a checksum, if it gets one.
    fn algorithm(&mut self, checksum: Checksum<'_>, cfg: &mut ConfigBag) -> Option<&'static Algorithm> {
        // Of the body that a presigned request will have, nobody knows a checksum.
        #[cfg(feature = "aws")]
        if cfg.load::<PresignedBody>().is_some() {
            return None;
        }
        let calculation = cfg.load::<RequestChecksumCalculation>().copied().unwrap_or_default();
        let is_for_all = calculation == RequestChecksumCalculation::WhenSupported;
        if has_checksum(self.headers()) {
            return None;
        }
        let features = cfg.interceptor_state();
        features.store_append(match is_for_all {
            true => SmithySdkFeature::FlexibleChecksumsReqWhenSupported,
            false => SmithySdkFeature::FlexibleChecksumsReqWhenRequired,
        });
        if !(is_for_all || checksum.is_owed()) {
            return None;
        }
        let chosen = checksum.algorithm.unwrap_or(CRC32.name);
        let Some(algorithm) = Algorithm::named(chosen) else {
            self.fail(unknown(chosen));
            return None;
        };
        if let Some(feature) = &algorithm.feature {
            features.store_append(feature.clone());
        }
        if let Some(header) = checksum.header {
            self.on_body(move |request, body| {
                if body.bytes().is_some() {
                    request.default_header(header, algorithm.name.into());
                }
                body
            });
        }
        Some(algorithm)
    }
}

impl Checksum<'_> {
    /// Whether the request has to have one, whatever the settings say.
    fn is_owed(&self) -> bool {
        self.is_required || self.algorithm.is_some()
    }
}

/// The name of an algorithm is a text of the caller's: it is shown if it is one of a model.
fn unknown(chosen: &str) -> BuildError {
    let named = UNSUPPORTED.into_iter().find(|name| name.eq_ignore_ascii_case(chosen));
    BuildError::other(match named {
        Some(name) => format!("the checksum algorithm {name} is not supported; {CHOICE}"),
        None => format!("the checksum algorithm is not known; {CHOICE}"),
    })
}

fn has_checksum(headers: &Headers) -> bool {
    let mut of_prefix = headers.iter().filter_map(|(name, _)| name.strip_prefix(PREFIX));
    of_prefix.any(|rest| !NO_CHECKSUMS.contains(&rest))
}

/// Says the checksum of the body in a header when it is there; `unread` is done for a body
/// that is read as it is sent.
fn say(
    request: &mut Request,
    algorithm: &'static Algorithm,
    header: &'static str,
    unread: impl FnOnce(&mut Request) + 'static,
) {
    request.on_body(move |request, body| {
        match body.bytes() {
            Some(bytes) => request.default_header(header, algorithm.of(bytes).into()),
            None => unread(request),
        }
        body
    });
}
