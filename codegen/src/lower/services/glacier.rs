//! Glacier: its requests have a version and, with an archive, two hashes that its model does not
//! have. Whoever calls for himself needs no account.

use super::{needs_feature, Warning};
use crate::ir::{Behaviour, Client, LabelText, PathPart};
use crate::model::{ids, Model, ShapeId};

/// What the service takes for the account of the caller.
const OWN_ACCOUNT: &str = "-";

const ACCOUNT: &str = "accountId";

const UPLOADS: [&str; 2] = ["UploadArchive", "UploadMultipartPart"];

pub(super) fn prepare(model: &mut Model, _: &ShapeId) {
    for member in model.shapes.values_mut().flat_map(|shape| &mut shape.members) {
        if member.name == ACCOUNT && member.has_trait(ids::HTTP_LABEL) {
            member.traits.remove(ids::REQUIRED);
        }
    }
}

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in &mut client.operations {
        for part in &mut operation.request.path {
            let PathPart::Label { member, text, .. } = part else { continue };
            if operation.input.member(*member).model_name == ACCOUNT {
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
