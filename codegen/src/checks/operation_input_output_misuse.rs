//! Structures with `@input` or `@output` serve one operation and nothing else.

use crate::model::Model;

use super::{own_members, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for (shape, member) in own_members(model) {
        let Some(target) = model.target(member) else { continue };
        for trait_id in ["smithy.api#input", "smithy.api#output"] {
            if target.has_trait(trait_id) {
                let name = trait_id.trim_start_matches("smithy.api#");
                let message = format!("a member cannot target `{}`, which has `@{name}`", target.id);
                report.error(shape.id.with_member(&member.name), member.span, message);
            }
        }
    }
}
