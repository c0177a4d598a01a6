//! What is signed instead of the body of a request: out, the options of the signature.

use super::{Behaviour, Registration};
use aws_sigv4::http_request::SignableBody;

/// What is signed instead of the body.
#[derive(Debug)]
pub enum Payload {
    /// `@aws.auth#unsignedPayload`: the signature does not have it.
    Unsigned,
    /// The body is a stream of events: each has a signature of its own, and the request is
    /// signed as if its body were empty.
    Events,
}

impl Behaviour for Payload {
    fn register(&'static self, plugin: &mut Registration) {
        match self {
            Self::Unsigned => {
                plugin.signing.payload_override = Some(SignableBody::UnsignedPayload);
                plugin.signing.content_sha256_header = true;
            }
            Self::Events => plugin.signing.payload_override = Some(SignableBody::Bytes(&[])),
        }
    }
}
