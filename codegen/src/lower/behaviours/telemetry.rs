//! The members of the input that callers may have recorded: texts that are not secret.

use super::{Call, Definition};
use crate::ir::{Behaviour, Type};

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    if call.input.is_sensitive {
        return None;
    }
    let members = call.input.find_all(|member| member.ty == Type::String && !member.is_sensitive);
    (!members.is_empty()).then_some(Behaviour::Telemetry(members))
}
