//! `@longPoll`: the service answers when there is something to say. No timeout of a client is
//! shorter than its `timeoutMillis` unless the caller set one, so it is not needed here.

use super::{Call, Definition};
use crate::ir::Behaviour;
use crate::model::ids;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    call.operation.shape.has_trait(ids::LONG_POLL).then_some(Behaviour::LongPoll)
}
