//! S3: a success may be an error, which S3 finds out after it has sent the status. The
//! official crates do the same, and S3's documentation of CopyObject says why.

use crate::ir::{Client, Enclosure};

/// Outputs whose root element is not the one that the model gives them.
const ANY_ROOT: [&str; 3] = ["CreateSession", "GetObjectAttributes", "ListDirectoryBuckets"];

/// Codes that other services send with a status that says as much.
const TRANSIENT_ERRORS: &[&str] = &["InternalError"];

pub(crate) fn apply(client: &mut Client) {
    client.service.transient_errors = TRANSIENT_ERRORS;
    for operation in &mut client.operations {
        // A stream is handed out before anybody has read it.
        operation.response.has_errors_in_success = !operation.output.has_stream();
        if ANY_ROOT.contains(&operation.wire_name.as_str()) {
            operation.response.enclosure = Enclosure::Document { root: None };
        }
    }
}
