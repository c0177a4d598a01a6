//! Examples are values of the input, the output and the errors of their
//! operation (Smithy 2.0, "examples trait").

use crate::model::{ids, Model, Node};
use crate::values::{examples, Checker};

use super::{own_operations, Check, Report, Stops};

/// Lowering leaves out an example that does not fit.
pub(super) const CHECK: Check = Check { id: "ExamplesTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model, report.suggestions);
    for (operation, kind) in own_operations(model) {
        let entries = operation.traits.get(ids::EXAMPLES).and_then(Node::as_array);
        for example in entries.unwrap_or_default() {
            for fault in examples::faults_of(&mut checker, operation, kind, example) {
                let examples::Fault { severity, event_id, span, message, help, about } = fault;
                report.event_as(event_id, severity, &operation.id, span, message).about(about).help = help;
            }
        }
    }
}
