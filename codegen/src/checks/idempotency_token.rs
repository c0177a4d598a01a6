//! Tokens are filled in for members of inputs only; elsewhere the trait does
//! nothing.

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::model::{Model, ShapeId};

use super::{own_members, own_operations, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let inputs: BTreeSet<&ShapeId> = own_operations(model).map(|(_, operation)| &operation.input).collect();
    for (shape, member) in own_members(model) {
        let is_ignored = member.has_trait("smithy.api#idempotencyToken")
            && !inputs.contains(&shape.id)
            && !shape.has_trait("smithy.api#mixin")
            && !inputs.is_empty();
        if is_ignored {
            let message = "`@idempotencyToken` has no effect on a member that is not at the top of an input";
            report.event(Severity::Warning, shape.id.with_member(&member.name), member.span, message);
        }
    }
}
