//! Keys that callers have objects encrypted with: in, a key as it is sent, in base64; out, the
//! header by which the service notices that it got another one.

use crate::http::Request;
use aws_smithy_types::base64;
use md5::{Digest, Md5};

impl Request {
    /// Adds the MD5 of a key, if the caller has not set it. What is not base64 is none: the
    /// service says so.
    pub fn key_hash(&mut self, header: &'static str, key: Option<&str>) {
        let key = key.filter(|key| !key.is_empty()).and_then(|key| base64::decode(key).ok());
        if let Some(key) = key {
            self.default_header(header, base64::encode(Md5::digest(key)).into());
        }
    }
}
