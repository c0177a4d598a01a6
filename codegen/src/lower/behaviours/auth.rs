//! `@auth` and `@optionalAuth` of an operation (Smithy 2.0, "Authentication traits"), where
//! they say something else than its service.

use super::{Call, Definition};
use crate::ir::Behaviour;
use crate::lower::auth;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let service = call.context.service;
    let schemes = auth::of_operation(service, call.operation.shape);
    (schemes != auth::of_service(service)).then_some(Behaviour::Auth(schemes))
}
