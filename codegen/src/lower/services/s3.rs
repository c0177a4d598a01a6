//! S3: a success may be an error, which S3 finds out after it has sent the status. The
//! official crates do the same, and S3's documentation of CopyObject says why.

use super::{may_stall, Warning};
use crate::ir::{Client, Enclosure};

/// Outputs whose root element is not the one that the model gives them.
const ANY_ROOT: [&str; 3] = ["CreateSession", "GetObjectAttributes", "ListDirectoryBuckets"];

/// Codes that other services send with a status that says as much.
const TRANSIENT_ERRORS: &[&str] = &["InternalError"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    may_stall(client, &["CopyObject"]);
    client.service.transient_errors = TRANSIENT_ERRORS;
    for operation in &mut client.operations {
        // A stream is handed out before anybody has read it.
        operation.response.has_errors_in_success = !operation.output.has_stream();
        if ANY_ROOT.contains(&operation.wire_name.as_str()) {
            operation.response.enclosure = Enclosure::Document { root: None };
        }
    }
    sign_paths_as_they_are(client)
}

/// Paths are names of objects. The endpoint rules say so, with `disableDoubleEncoding`.
pub(super) fn sign_paths_as_they_are(client: &mut Client) -> Option<Warning> {
    client.service.has_plain_paths = true;
    None
}
