//! `@sensitive`: where the responses of the operation hold what is not to be shown.

use super::{Call, Definition};
use crate::ir::Behaviour;
use crate::lower::shapes::secrets;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    secrets::lower(call.context, call.operation).map(Behaviour::Secrets)
}
