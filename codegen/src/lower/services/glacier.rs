//! Glacier: its requests have a version and, with an archive, two hashes that its model does not
//! have. Whoever calls for himself needs no account; a pass frees that member of its duty.

use super::{needs_feature, Warning};
use crate::ir::{Behaviour, Client, LabelText, PathPart};

/// What the service takes for the account of the caller.
const OWN_ACCOUNT: &str = "-";

const UPLOADS: [&str; 2] = ["UploadArchive", "UploadMultipartPart"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in &mut client.operations {
        for part in &mut operation.request.path {
            let PathPart::Label { member, text, .. } = part else { continue };
            if operation.input.member(*member).model_name == "accountId" {
                *text = LabelText::Or(OWN_ACCOUNT);
            }
        }
        operation.request.headers.push(("x-amz-glacier-version", client.service.version.clone()));
        if UPLOADS.contains(&operation.wire_name.as_str()) {
            operation.behaviours.push(Behaviour::TreeHash);
        }
    }
    if client.operations.iter().any(|operation| UPLOADS.contains(&operation.wire_name.as_str())) {
        needs_feature(client, "checksums");
    }
    None
}
