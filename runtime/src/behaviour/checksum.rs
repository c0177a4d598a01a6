//! Checksums of bodies: in, a body in memory and what the operation and the caller ask
//! for; out, one header more. A body that is read as it is sent has none.

use crate::http::Request;
use crate::official::SmithySdkFeature;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use sha2::Digest;

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

/// What the request will say of a body that is not there yet.
#[derive(Clone, Copy)]
struct Promise {
    algorithm: &'static Algorithm,
    header: &'static str,
    /// The header that names the algorithm.
    named_in: Option<&'static str>,
    /// Whether the request requires it.
    is_owed: bool,
}

/// A way to make a checksum.
struct Algorithm {
    /// Its name in models.
    name: &'static str,
    header: &'static str,
    /// The checksum in base64.
    of: fn(&[u8]) -> String,
    /// How the user agent tells of it.
    feature: Option<SmithySdkFeature>,
}

/// Where none is chosen.
static CRC32: Algorithm = Algorithm {
    name: "CRC32",
    header: "x-amz-checksum-crc32",
    of: |body| base64::encode(crc32fast::hash(body).to_be_bytes()),
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqCrc32),
};
static MD5: Algorithm = Algorithm { name: "MD5", header: "x-amz-checksum-md5", of: digest::<md5::Md5>, feature: None };
static SHA1: Algorithm = Algorithm {
    name: "SHA1",
    header: "x-amz-checksum-sha1",
    of: digest::<sha1::Sha1>,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqSha1),
};
static SHA256: Algorithm = Algorithm {
    name: "SHA256",
    header: "x-amz-checksum-sha256",
    of: digest::<sha2::Sha256>,
    feature: Some(SmithySdkFeature::FlexibleChecksumsReqSha256),
};
static ALGORITHMS: [&Algorithm; 4] = [&CRC32, &MD5, &SHA1, &SHA256];

fn digest<D: Digest>(body: &[u8]) -> String {
    base64::encode(D::digest(body))
}

/// What headers with a checksum begin with, those of other algorithms too.
const PREFIX: &str = "x-amz-checksum-";
/// Headers that begin like this and hold none.
const NO_CHECKSUMS: [&str; 3] = ["algorithm", "mode", "type"];

const UNKNOWN_ALGORITHM: &str = "the checksum algorithm is none of CRC32, MD5, SHA1 and SHA256; \
                                 choose one of these, or set the checksum where the input has it";
const NOT_IN_MEMORY: &str = "the checksum is of a body in memory, and this one is read as it is sent; \
                             make the body from bytes, or set the checksum where the input has it";

impl Request {
    /// `@httpChecksumRequired`.
    pub fn content_md5(&mut self) {
        let header = "content-md5";
        if !self.headers().contains_key(header) {
            Promise { algorithm: &MD5, header, named_in: None, is_owed: true }.make(self);
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
        let Some(algorithm) = ALGORITHMS.iter().find(|known| known.name.eq_ignore_ascii_case(chosen)) else {
            return self.fail(BuildError::other(UNKNOWN_ALGORITHM));
        };
        if let Some(feature) = &algorithm.feature {
            features.store_append(feature.clone());
        }
        let header = algorithm.header;
        Promise { algorithm, header, named_in: checksum.header, is_owed }.make(self);
    }
}

fn has_checksum(headers: &Headers) -> bool {
    let mut of_prefix = headers.iter().filter_map(|(name, _)| name.strip_prefix(PREFIX));
    of_prefix.any(|rest| !NO_CHECKSUMS.contains(&rest))
}

impl Promise {
    fn make(self, request: &mut Request) {
        request.on_body(move |request, body| {
            self.keep(request, &body);
            body
        });
    }

    fn keep(self, request: &mut Request, body: &SdkBody) {
        match body.bytes() {
            Some(bytes) => {
                request.default_header(self.header, (self.algorithm.of)(bytes).into());
                if let Some(header) = self.named_in {
                    request.default_header(header, self.algorithm.name.into());
                }
            }
            None if self.is_owed => request.fail(BuildError::other(NOT_IN_MEMORY)),
            None => {}
        }
    }
}
