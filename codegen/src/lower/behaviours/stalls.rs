//! Bodies that may stall: events come when there are some.

use super::{Call, Definition};
use crate::ir::Behaviour;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    (call.sends_events() || call.receives_events()).then_some(Behaviour::Stalls)
}
