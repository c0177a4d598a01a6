//! What is named like the input or output of an operation is that (Smithy 2.0,
//! "Operation").

use crate::diagnostics::Severity;
use crate::model::{Model, ShapeId};

use super::{own_operations, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "OperationNameAmbiguity", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let sides = [("input", &kind.input, ["Input", "Request"]), ("output", &kind.output, ["Output", "Response"])];
        for (side, actual, suffixes) in sides {
            for suffix in suffixes {
                let id = ShapeId::new(format!("{}{suffix}", operation.id));
                if let Some(shape) = model.shape(&id).filter(|shape| shape.id != *actual) {
                    let message = format!("`{id}` is named like the {side} of `{}`, which is `{actual}`", operation.id);
                    report.event(Severity::Warning, &id, shape.span, message);
                }
            }
        }
    }
}
