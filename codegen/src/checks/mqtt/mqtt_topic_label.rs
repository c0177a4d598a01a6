//! The labels of a topic are members of the input with `@topicLabel`, and the
//! other way round (Smithy 2.0, "smithy.mqtt#topicLabel trait").

use crate::checks::{own_operations, quoted, Check, Report, Stops};
use crate::model::{ids, Model};

use super::{label_of, valid_topic_of};

/// No client speaks MQTT.
pub(in crate::checks) const CHECK: Check = Check { id: "MqttTopicLabel", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some((name, node, topic)) = valid_topic_of(operation) else { continue };
        let Some(input) = model.shape(&kind.input) else { continue };
        let mut labels: Vec<&str> = topic.split('/').filter_map(label_of).collect();
        for member in &input.members {
            let Some(place) = member.traits.get(ids::TOPIC_LABEL) else { continue };
            if labels.contains(&member.name.as_str()) {
                labels.retain(|label| *label != member.name);
                continue;
            }
            let message = format!("the topic `{topic}` of `{}` has no label `{}`", operation.id, member.name);
            let id = input.id.with_member(&member.name);
            report.error(id, place.span, message).help(format!("{topic}/{{{}}}", member.name));
        }
        if !labels.is_empty() {
            let message = format!("no member of the input with `@topicLabel` fills {}", quoted(labels.iter().copied()));
            let help = labels.first().map(|label| format!("@required @topicLabel {label}: String"));
            report.error(&operation.id, node.span, format!("`@{name}`: {message}")).help = help;
        }
    }
}
