//! What is signed where that is not the body: nothing with `@unsignedPayload`, and each event
//! of a stream by itself.

use super::{Call, Definition};
use crate::ir::{Behaviour, Payload};
use crate::model::ids;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    if call.operation.shape.has_trait(ids::UNSIGNED_PAYLOAD) {
        return Some(Behaviour::Payload(Payload::Unsigned));
    }
    (call.sends_events() && call.is_signed()).then_some(Behaviour::Payload(Payload::Events))
}
