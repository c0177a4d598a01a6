//! The errors that `@idempotent` names are errors of the operation, for a
//! resource that is there already or one that is not (Smithy 2.0, "idempotent
//! trait").

use crate::model::{ids, Model, Node};

use super::{own_operations, quoted, Check, Report, Stops};

/// Which errors say that a call was made already is for readers.
pub(super) const CHECK: Check = Check { id: "IdempotentTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::IDEMPOTENT) else { continue };
        if let (Some(_), Some(second)) = (node.get("exists"), node.get("notFound")) {
            let message = "`@idempotent` has `exists` or `notFound`, not both";
            report.error(&operation.id, second.span, message);
        }
        let lists = ["exists", "notFound"].map(|key| node.get(key).and_then(Node::as_array).unwrap_or_default());
        for element in lists.into_iter().flatten() {
            let Some(error) = element.as_str() else { continue };
            if !kind.errors.iter().any(|id| id.as_str() == error) {
                let message = format!("`{error}` is not among the errors of `{}`", operation.id);
                report.error(&operation.id, element.span, message).help(match kind.errors.is_empty() {
                    true => format!("errors: [{}]", error.split('#').next_back().unwrap_or(error)),
                    false => format!("its errors are {}", quoted(kind.errors.iter().map(|id| id.as_str()))),
                });
            }
        }
    }
}
