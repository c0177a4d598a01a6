//! An MQTT topic has no wildcards, and its labels are whole levels with names
//! of their own (Smithy 2.0, "MQTT topic").

use crate::checks::{own_operations, Check, Report, Stops};
use crate::model::Model;

use super::{problem, topic_of};

/// No client speaks MQTT.
pub(in crate::checks) const CHECK: Check = Check { id: "Model", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, _) in own_operations(model) {
        let Some((_, node, topic)) = topic_of(operation) else { continue };
        if let Some(problem) = problem(topic) {
            report.error(&operation.id, node.span, format!("`{topic}` is not a topic: {problem}"));
        }
    }
}
