//! API Gateway: it answers in HAL unless a request asks for JSON.

use super::Warning;
use crate::ir::Client;

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in &mut client.operations {
        operation.request.headers.push(("accept", "application/json".into()));
    }
    None
}
