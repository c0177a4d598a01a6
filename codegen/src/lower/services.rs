//! In: a lowered client, and what AWS calls its service. Out: the same, with what no
//! trait says of this service. The last step of lowering, so that nothing else has to
//! know a service by its name.
//!
//! To add one: a file, and its line in [`ALL`].

mod s3;

use crate::ir;

/// What is done to the client of a service.
type Edit = fn(&mut ir::Client);

/// The services, by their `sdkId`.
const ALL: &[(&str, Edit)] = &[("S3", s3::apply)];

/// Edits the client of the service that AWS calls `sdk_id`.
pub(super) fn apply(sdk_id: Option<&str>, client: &mut ir::Client) {
    for (_, edit) in ALL.iter().filter(|(id, _)| Some(*id) == sdk_id) {
        edit(client);
    }
}
