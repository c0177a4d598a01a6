//! Tokens are filled in for members of inputs only; elsewhere the trait does
//! nothing (Smithy 2.0, "idempotencyToken trait").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model};

use super::relationships::{Role, Uses};
use super::{own_members, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "IdempotencyTokenIgnored", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let uses = Uses::of_all(model);
    for (shape, member) in own_members(model) {
        let Some(node) = member.traits.get(ids::IDEMPOTENCY_TOKEN) else { continue };
        // What a mixin says is looked at where it is mixed in.
        if shape.kind != Kind::Structure || shape.has_trait(ids::MIXIN) {
            continue;
        }
        let elsewhere = uses.of(&shape.id).iter().filter(|found| found.role != Role::Input);
        let users: Vec<String> = elsewhere.take(MAX_NAMES).map(|found| found.user.id().to_string()).collect();
        if !users.is_empty() {
            let message = format!(
                "`@idempotencyToken` has an effect only at the top of an input, but `{}` is not at that place in {}",
                shape.id,
                quoted(users.iter().map(String::as_str))
            );
            report.event(Severity::Warning, shape.id.with_member(&member.name), node.span, message);
        }
    }
}

/// How many users of a structure a message names.
const MAX_NAMES: usize = 5;
