//! RDS and Aurora DSQL: callers log in to their databases with a signature, which no operation
//! of the services makes. Their guides call it an authentication token.

use super::{needs_feature, Warning};
use crate::ir::{AuthToken, Client};

pub(super) fn rds(client: &mut Client) -> Option<Warning> {
    with_token(client, AuthToken::Rds)
}

pub(super) fn dsql(client: &mut Client) -> Option<Warning> {
    with_token(client, AuthToken::Dsql)
}

fn with_token(client: &mut Client, token: AuthToken) -> Option<Warning> {
    client.service.auth_token = Some(token);
    needs_feature(client, "auth-token");
    None
}
