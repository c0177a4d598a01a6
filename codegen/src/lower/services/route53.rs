//! Route 53: its responses have ids with the name of a collection before them, such as
//! `/hostedzone/Z1`, which its requests do not take. Its documentation shows both forms.

use super::Warning;
use crate::ir::{Client, LabelText, PathPart, Type};

const COLLECTIONS: &[&str] = &["hostedzone", "change", "delegationset"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in &mut client.operations {
        for part in &mut operation.request.path {
            let PathPart::Label { member, text, .. } = part else { continue };
            if matches!(operation.input.member(*member).ty, Type::String) {
                *text = LabelText::WithoutCollection(COLLECTIONS);
            }
        }
    }
    None
}
