//! A structure with `@input` or `@output` is named after its operation
//! (Smithy 2.0, "input trait" and "output trait").

use crate::diagnostics::Severity;
use crate::model::Model;

use super::{own_operations, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "OperationInputOutputName", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        for (name, id) in [("input", &kind.input), ("output", &kind.output)] {
            let is_marked = model.shape(id).is_some_and(|shape| shape.has_trait(&format!("smithy.api#{name}")));
            if is_marked && !id.name().starts_with(operation.id.name()) {
                let message = format!("the name of the {name} does not begin with `{}`: `{id}`", operation.id.name());
                let event_id = format!("OperationInputOutputName.{name}");
                let event =
                    report.event_as(event_id, Severity::Warning, &operation.id, operation.place_of(id), message);
                let suffix = if name == "input" { "Input" } else { "Output" };
                event.help(format!("{name}: {}{suffix}", operation.id.name()));
            }
        }
    }
}
