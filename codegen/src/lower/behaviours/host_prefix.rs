//! `@endpoint`: the prefix of the host, with its labels as members of the input.

use super::{Call, Definition};
use crate::ir::{Behaviour, LabelText, PathPart};
use crate::traits::endpoint::{self, Part};

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let parts = endpoint::host_prefix(&call.operation.shape.traits).into_iter();
    let lowered = parts.filter_map(|part| match part {
        Part::Literal(text) => Some(PathPart::Literal(text.into())),
        // A label without a member is an error of the model, reported by its check.
        Part::Label(name) => {
            call.input.index_of(name).map(|member| PathPart::Label { member, is_greedy: false, text: LabelText::Whole })
        }
    });
    let parts: Vec<PathPart> = lowered.collect();
    (!parts.is_empty()).then_some(Behaviour::HostPrefix(parts))
}
