//! DynamoDB: it answers within milliseconds, so its clients try again sooner, and once more, by
//! the retry behaviour 2.1 of AWS.

use super::Warning;
use crate::ir::{Client, RetryPace};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    client.service.retry_pace = Some(RetryPace { first_backoff_millis: 25, max_attempts: 4 });
    None
}
