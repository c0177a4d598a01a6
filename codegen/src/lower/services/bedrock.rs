//! Bedrock: the environment may have a bearer token for it alone. Its several services are
//! known by the name that they sign with.

use crate::ir::{AuthScheme, Client};

pub(super) const SIGNING_NAME: &str = "bedrock";

pub(super) fn apply(client: &mut Client) {
    if client.auth_schemes().contains(&&AuthScheme::Bearer) {
        client.service.environment_token = Some("bedrock");
    }
}
