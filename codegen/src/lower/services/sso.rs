//! SSO: the credentials of a role are a secret, which its model does not say.

use super::be_secret;
use crate::model::{Model, ShapeId};

pub(super) fn prepare(model: &mut Model, service: &ShapeId) {
    be_secret(model, service, "RoleCredentials");
}
