//! S3: a success may be an error, which S3 finds out after it has sent the status. The
//! official crates do the same, and S3's documentation of CopyObject says why.

use super::{may_stall, Warning};
use crate::ir::endpoint::ParameterKind;
use crate::ir::{AuthScheme, Client, Enclosure, Operation, PathPart};

/// Outputs whose root element is not the one that the model gives them.
const ANY_ROOT: [&str; 3] = ["CreateSession", "GetObjectAttributes", "ListDirectoryBuckets"];

/// Codes that other services send with a status that says as much.
const TRANSIENT_ERRORS: &[&str] = &["InternalError"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    may_stall(client, &["CopyObject"]);
    client.service.transient_errors = TRANSIENT_ERRORS;
    // Public buckets need no credentials.
    client.service.auth.push(AuthScheme::None);
    // The rules say what is wrong with a region.
    for parameter in &mut client.service.endpoint.parameters {
        if parameter.kind == ParameterKind::Region {
            parameter.kind = ParameterKind::Text;
        }
    }
    for operation in &mut client.operations {
        // A stream is handed out before anybody has read it.
        operation.response.has_errors_in_success = !operation.output.has_stream();
        strip_bucket(operation);
        if ANY_ROOT.contains(&operation.wire_name.as_str()) {
            operation.response.enclosure = Enclosure::Document { root: None };
        }
    }
    sign_paths_as_they_are(client)
}

/// The rules put the bucket into the host or into the path of the endpoint.
fn strip_bucket(operation: &mut Operation) {
    let path = &mut operation.request.path;
    let [PathPart::Literal(_), PathPart::Label { member, .. }, ..] = path.as_slice() else { return };
    if operation.input.member(*member).model_name == "Bucket" {
        let root = path.remove(0);
        path.remove(0);
        if path.is_empty() {
            path.push(root);
        }
    }
}

/// Paths are names of objects. The endpoint rules say so, with `disableDoubleEncoding`.
pub(super) fn sign_paths_as_they_are(client: &mut Client) -> Option<Warning> {
    client.service.has_plain_paths = true;
    None
}
