//! Polly: it takes speech to synthesize as a `GET` too, with the members of the body in the
//! query, so that a presigned request is an address to play. Its documentation calls this
//! "presigned URL for SynthesizeSpeech"; no trait of the model says so.

use super::Warning;
use crate::ir::Client;
use crate::lower::presigning;

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in client.operations.iter_mut().filter(|operation| operation.wire_name == "SynthesizeSpeech") {
        if let Some(presign) = presigning::in_query(operation) {
            presigning::set(operation, presign);
        }
    }
    None
}
