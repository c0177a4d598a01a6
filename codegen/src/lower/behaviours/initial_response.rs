//! Members of an output that come before its events (Smithy 2.0, "Initial messages"), where
//! the protocol has them in a message.

use super::{Call, Definition};
use crate::ir::Behaviour;
use crate::protocols::InitialMessages;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let is_message = call.initial_messages == InitialMessages::Message && call.output.has_document();
    (call.receives_events() && is_message).then_some(Behaviour::InitialResponse)
}
