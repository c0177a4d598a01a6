//! S3 Control: the rules put the account into the host, and the trait of the model says it
//! once more. Where no rules are given the account, the trait remains.

use super::{s3, Warning};
use crate::ir::{Behaviour, Client, PathPart};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in client.operations.iter_mut().filter(|it| super::gives_parameter(it, "set_account_id")) {
        let input = &operation.input;
        operation.behaviours.retain(|behaviour| match behaviour {
            Behaviour::HostPrefix(parts) => !parts.iter().any(|part| match part {
                PathPart::Label { member, .. } => input.member(*member).model_name == "AccountId",
                PathPart::Literal(_) => false,
            }),
            _ => true,
        });
    }
    s3::sign_paths_as_they_are(client)
}
