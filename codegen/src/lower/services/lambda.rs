//! Lambda: an invocation takes as long as the function does.

use super::{may_stall, Warning};
use crate::ir::Client;

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    may_stall(client, &["Invoke", "InvokeAsync"]);
    None
}
