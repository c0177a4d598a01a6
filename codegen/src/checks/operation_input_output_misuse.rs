//! Structures with `@input` or `@output` serve one operation and nothing else
//! (Smithy 2.0, "input trait" and "output trait").

use crate::model::Model;
use crate::selectors::Subject;

use super::relationships::{Role, Use, Uses};
use super::{own_shapes, quoted, Check, Report, Stops};

/// Each operation gets an input and output of its own, whoever else uses the structure.
pub(super) const CHECK: Check = Check { id: "OperationInputOutputMisuse", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let uses = Uses::of_all(model);
    for shape in own_shapes(model) {
        for (name, role) in [("input", Role::Input), ("output", Role::Output)] {
            if shape.has_trait(&format!("smithy.api#{name}")) {
                check(shape, name, role, uses.of(&shape.id), report);
            }
        }
    }
}

fn check(shape: &crate::model::Shape, name: &str, role: Role, uses: &[Use<'_>], report: &mut Report<'_>) {
    for found in uses {
        let message = match (found.user, found.role) {
            (Subject::Member(..), Role::Target) => {
                format!("a member cannot target `{}`, which has `@{name}`", shape.id)
            }
            (_, Role::Input | Role::Output) if found.role != role => {
                format!("`{}` has `@{name}` and cannot be the {}", shape.id, found.role.describe())
            }
            _ => continue,
        };
        report.error(found.user.id(), found.span(&shape.id), message);
    }
    let operations: Vec<&Use<'_>> = uses.iter().filter(|found| found.role == role).collect();
    if operations.len() > 1 {
        let ids: Vec<String> = operations.iter().take(MAX_NAMES).map(|found| found.user.id().to_string()).collect();
        let message = format!(
            "`{}` has `@{name}` and is the {name} of one operation, not of {}",
            shape.id,
            quoted(ids.iter().map(String::as_str))
        );
        report.error(&shape.id, shape.span, message);
    }
}

/// How many operations a message names.
const MAX_NAMES: usize = 10;
