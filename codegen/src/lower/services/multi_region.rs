//! The services with endpoints of several regions, whose rules say which of them are signed
//! with SigV4a: the endpoint is asked first. Their models do not name the scheme.

use super::Warning;
use crate::ir::{AuthScheme, Client};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    client.service.asks_endpoint_for_auth = true;
    // After the schemes that are tried, before none at all.
    let schemes = &mut client.service.auth;
    if schemes.contains(&AuthScheme::SigV4) && !schemes.contains(&AuthScheme::SigV4a) {
        let end = schemes.iter().position(|scheme| *scheme == AuthScheme::None).unwrap_or(schemes.len());
        schemes.insert(end, AuthScheme::SigV4a);
    }
    None
}
