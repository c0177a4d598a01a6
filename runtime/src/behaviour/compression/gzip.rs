//! The body of a request: in, as it was written; out, with gzip.

use super::{DisableRequestCompression, MinCompressionSize};
use crate::http::Request;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::error::operation::BuildError;
use flate2::write::GzEncoder;
use flate2::Compression;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

/// The official clients compress from this size on.
const DEFAULT_SIZE: u32 = 10_240;
/// They refuse a setting above this one.
const LARGEST_SIZE: u32 = 10_485_760;

/// Whether the body of a request was compressed, which is known when it is finished: the user
/// agent says so.
#[derive(Clone, Debug, Default)]
pub(crate) struct IsCompressed(Arc<AtomicBool>);

impl IsCompressed {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Storable for IsCompressed {
    type Storer = StoreReplace<Self>;
}

impl Request {
    /// The service takes a body that is compressed with gzip.
    pub fn gzip(&mut self, cfg: &mut ConfigBag) {
        if cfg.load::<DisableRequestCompression>().is_some_and(|setting| setting.0) {
            return;
        }
        let size = cfg.load::<MinCompressionSize>().map_or(DEFAULT_SIZE, |setting| setting.0);
        if size > LARGEST_SIZE {
            let field = "request_min_compression_size_bytes";
            return self.fail(BuildError::invalid_field(field, "it is 10485760 at most"));
        }
        let done = IsCompressed::default();
        cfg.interceptor_state().store_put(done.clone());
        self.on_body(move |request, body| compress(request, body, size, &done));
    }
}

/// The body, compressed if it is in memory and not too small.
fn compress(request: &mut Request, body: SdkBody, smallest: u32, done: &IsCompressed) -> SdkBody {
    // One that is read as it is sent stays as it is: its length would be lost.
    let is_large = |bytes: &[u8]| !bytes.is_empty() && u32::try_from(bytes.len()).unwrap_or(u32::MAX) >= smallest;
    let Some(bytes) = body.bytes().filter(|bytes| is_large(bytes)) else { return body };
    let compressed = match gzip(bytes) {
        Ok(compressed) => compressed,
        Err(error) => {
            request.fail(BuildError::other(error));
            return body;
        }
    };
    let encodings = match request.headers().get("content-encoding") {
        Some(others) => format!("{others}, gzip"),
        None => "gzip".to_owned(),
    };
    request.replace_header("content-encoding", encodings);
    request.headers_mut().remove("content-length");
    done.0.store(true, Ordering::Relaxed);
    SdkBody::from(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}
