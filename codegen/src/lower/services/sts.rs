//! STS: a token of somebody else is exchanged for credentials, so these two calls have none,
//! whether the model says so or not. Whoever gave out the token may be out of reach for a moment.

use super::Warning;
use crate::ir::{AuthScheme, Behaviour, Client};

const OPEN: [&str; 2] = ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in client.operations.iter_mut().filter(|operation| OPEN.contains(&operation.wire_name.as_str())) {
        let named = operation.behaviours.iter_mut().find_map(|behaviour| match behaviour {
            Behaviour::Auth(schemes) => Some(schemes),
            _ => None,
        });
        match named {
            Some(schemes) if schemes.contains(&AuthScheme::None) => {}
            Some(schemes) => schemes.push(AuthScheme::None),
            None => {
                let mut schemes = client.service.auth.clone();
                schemes.push(AuthScheme::None);
                operation.behaviours.push(Behaviour::Auth(schemes));
            }
        }
    }
    client.service.transient_errors = &["IDPCommunicationError"];
    None
}
