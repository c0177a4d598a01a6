//! DynamoDB: it answers within milliseconds, so its clients try again sooner, and once more, by
//! the retry behaviour 2.1 of AWS; and a header of its responses has a checksum of the body, which
//! the SDKs for Go, JavaScript and Python compare.

use super::{add_setting, needs_feature, Warning};
use crate::ir::{Behaviour, Client, RetryPace, Setting, SettingType};

/// The name is that of the SDK for Go.
const SETTING: Setting = Setting {
    name: "disable_validate_response_checksum",
    ty: SettingType::Bool,
    argument: "disable",
    docs: "whether responses are accepted without a check of the CRC-32 in their header",
    more: " It is checked by default, and a call whose response differs is tried again.",
    returned: "Returns whether responses are accepted without a check of their CRC-32, if that was set.",
};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    client.service.retry_pace = Some(RetryPace { first_backoff_millis: 25, max_attempts: 4 });
    // What callers cannot turn off is not done.
    if add_setting(client, SETTING) {
        for operation in &mut client.operations {
            operation.behaviours.push(Behaviour::ResponseCrc32);
        }
        needs_feature(client, "checksums");
    }
    None
}
