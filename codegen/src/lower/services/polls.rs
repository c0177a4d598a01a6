//! SQS, Step Functions and SWF: calls that wait for work, and are made again and again. Newer
//! models have the trait; the official crates have this list.

use super::Warning;
use crate::ir::{Behaviour, Client};

const POLLS: [&str; 4] = ["GetActivityTask", "PollForActivityTask", "PollForDecisionTask", "ReceiveMessage"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in client.operations.iter_mut().filter(|operation| POLLS.contains(&operation.wire_name.as_str())) {
        if !operation.behaviours.iter().any(|known| matches!(known, Behaviour::LongPoll)) {
            operation.behaviours.push(Behaviour::LongPoll);
        }
    }
    None
}
