//! Two topics that match the same names have the same payload (Smithy 2.0,
//! "Topic conflicts").

use std::collections::BTreeMap;

use crate::checks::{own_operations, quoted, Check, Report, Stops};
use crate::model::{ids, Kind, Model, Node, Operation, Shape, ShapeId};

use super::{label_of, valid_topic_of};

/// No client speaks MQTT.
pub(in crate::checks) const CHECK: Check = Check { id: "MqttTopicConflict", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    // Topics that match the same names are the same but for their labels.
    let mut topics: BTreeMap<Vec<&str>, Vec<(&Shape, &Node, &ShapeId)>> = BTreeMap::new();
    for (operation, kind) in own_operations(model) {
        let Some((name, node, topic)) = valid_topic_of(operation) else { continue };
        let payload = if name == "publish" { Some(&kind.input) } else { event_stream(model, kind) };
        let Some(payload) = payload else { continue };
        let levels = topic.split('/').map(|level| label_of(level).map_or(level, |_| "{}")).collect();
        topics.entry(levels).or_default().push((operation, node, payload));
    }
    for users in topics.values() {
        for (operation, node, payload) in users {
            let others: Vec<&str> = users
                .iter()
                .filter(|(.., other)| other != payload)
                .map(|(operation, ..)| operation.id.as_str())
                .collect();
            if !others.is_empty() {
                let message =
                    format!("the topic is also that of {}, with another payload than `{payload}`", quoted(others));
                report.error(&operation.id, node.span, message);
            }
        }
    }
}

/// The events that a subscription brings.
fn event_stream<'m>(model: &'m Model, kind: &Operation) -> Option<&'m ShapeId> {
    let output = model.shape(&kind.output)?;
    let targets = output.members.iter().filter_map(|member| model.target(member));
    let mut streams = targets.filter(|target| target.kind == Kind::Union && target.has_trait(ids::STREAMING));
    streams.next().map(|target| &target.id)
}
