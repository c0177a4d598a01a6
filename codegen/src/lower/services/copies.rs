//! Services that copy from one region to another: the region of the copy asks for a URL that is
//! signed for the other one, which the official crates leave to the caller, too.

use super::Warning;
use crate::ir::Client;

/// The member that has the URL, in the models of several services.
const URL: &[&str] = &["PreSignedUrl", "PresignedUrl"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    let members = client.operations.iter().flat_map(|operation| &operation.input.members);
    let has_url = members.map(|member| &member.model_name).any(|name| URL.contains(&name.as_str()));
    has_url.then_some(Warning {
        what: "copies from other regions by a URL that is signed there, which is not made",
        help: "set it in the input of these calls; copies within a region need none",
    })
}
