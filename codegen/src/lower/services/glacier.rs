//! Glacier: it requires headers that its model does not have.

use super::Warning;
use crate::ir::Client;

pub(super) fn apply(_: &mut Client) -> Option<Warning> {
    Some(Warning {
        what: "requires headers that its model does not have; they are not sent",
        help: "add x-amz-glacier-version, and the hashes of uploads, with mutate_request of customize()",
    })
}
