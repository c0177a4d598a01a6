//! Compressed bodies: in, a body in memory and the settings of a call; out, the same
//! body with gzip, where it is worth it (Smithy 2.0, "requestCompression trait").

use super::super::settings::{DisableRequestCompression, MinCompressionSize};
use super::{Request, NOT_A_HEADER};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use flate2::write::GzEncoder;
use flate2::Compression;
use std::io::{self, Write};

/// The official clients compress from this size on.
const DEFAULT_SIZE: u32 = 10_240;
/// They refuse a setting above this one.
const LARGEST_SIZE: u32 = 10_485_760;

impl Request {
    /// The service takes a body that is compressed with gzip.
    pub fn gzip(&mut self, cfg: &ConfigBag) {
        if cfg.load::<DisableRequestCompression>().is_some_and(|setting| setting.0) {
            return;
        }
        let size = cfg.load::<MinCompressionSize>().map_or(DEFAULT_SIZE, |setting| setting.0);
        if size > LARGEST_SIZE {
            let field = "request_min_compression_size_bytes";
            return self.fail(BuildError::invalid_field(field, "it is 10485760 at most"));
        }
        self.smallest_compressed = Some(size.into());
    }

    /// The body, compressed if it is in memory and not too small.
    pub(super) fn compress(&mut self, body: SdkBody) -> SdkBody {
        let Some(smallest) = self.smallest_compressed else { return body };
        // One that is read as it is sent stays as it is: its length would be lost.
        let compressed = match body.bytes() {
            Some(bytes) if u64::try_from(bytes.len()).is_ok_and(|length| length >= smallest) => gzip(bytes),
            _ => return body,
        };
        let encodings = match self.headers.get("content-encoding") {
            Some(others) => format!("{others}, gzip"),
            None => "gzip".to_owned(),
        };
        if self.headers.try_insert("content-encoding", encodings).is_err() {
            self.fail(BuildError::invalid_field("content-encoding", NOT_A_HEADER));
        }
        self.headers.remove("content-length");
        match compressed {
            Ok(compressed) => SdkBody::from(compressed),
            Err(error) => {
                self.fail(BuildError::other(error));
                body
            }
        }
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}
