//! `@auth` and `@optionalAuth` of an operation (Smithy 2.0, "Authentication traits"), where
//! they say something else than its service.

use super::{Call, Definition};
use crate::ir::{Auth, Behaviour};
use crate::model::ids;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    if call.is_anonymous() {
        return Some(Behaviour::Auth(Auth::None));
    }
    call.operation.shape.has_trait(ids::OPTIONAL_AUTH).then_some(Behaviour::Auth(Auth::Optional))
}
