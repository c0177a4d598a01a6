//! Checksums of bodies: in, a body and what the operation and the caller ask for; out, one
//! header more, or a trailer where the body is read as it is sent (AWS's trait `httpChecksum`,
//! Smithy 2.0 "httpChecksumRequired trait").

mod algorithm;
mod body;
mod response;
mod stream;

pub use response::ResponseChecksum;
pub use stream::StreamedChecksum;

pub(crate) use stream::ChunkSize;

use crate::http::Request;
use crate::official::SmithySdkFeature;
use algorithm::{Algorithm, CRC32, MD5};
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use std::sync::Arc;
use stream::Promised;

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

    /// `@httpChecksum`. Comes after the headers, for a checksum among them is the caller's own.
    pub fn checksum(&mut self, checksum: Checksum<'_>, cfg: &mut ConfigBag) {
        let calculation = cfg.load::<RequestChecksumCalculation>().copied().unwrap_or_default();
        let is_for_all = calculation == RequestChecksumCalculation::WhenSupported;
        let features = cfg.interceptor_state();
        features.store_append(match is_for_all {
            true => SmithySdkFeature::FlexibleChecksumsReqWhenSupported,
            false => SmithySdkFeature::FlexibleChecksumsReqWhenRequired,
        });
        let is_owed = checksum.is_required || checksum.algorithm.is_some();
        if has_checksum(self.headers()) || !(is_for_all || is_owed) {
            return;
        }
        let chosen = checksum.algorithm.unwrap_or(CRC32.name);
        let Some(algorithm) = Algorithm::named(chosen) else {
            return self.fail(unknown(chosen));
        };
        if let Some(feature) = &algorithm.feature {
            features.store_append(feature.clone());
        }
        // It is a trailer if the body turns out to be a stream: see `StreamedChecksum`.
        features.store_put(Promised { algorithm, sent: Arc::default() });
        if let Some(header) = checksum.header {
            self.default_header(header, algorithm.name.into());
        }
        say(self, algorithm, algorithm.header, |_| {});
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
fn say(request: &mut Request, algorithm: &'static Algorithm, header: &'static str, unread: fn(&mut Request)) {
    request.on_body(move |request, body| {
        match body.bytes() {
            Some(bytes) => request.default_header(header, algorithm.of(bytes).into()),
            None => unread(request),
        }
        body
    });
}
