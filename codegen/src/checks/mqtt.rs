//! The rules of the package `smithy-mqtt-traits`, which concern models that use
//! `smithy.mqtt` only.

pub(super) mod mqtt_topic_conflict;
pub(super) mod mqtt_topic_label;
pub(super) mod topic_syntax;

use crate::model::{Node, Shape};

/// The topic of an operation, with the name of the trait that has it.
fn topic_of(operation: &Shape) -> Option<(&'static str, &Node, &str)> {
    ["publish", "subscribe"].into_iter().find_map(|name| {
        let node = operation.traits.get(&format!("smithy.mqtt#{name}"))?;
        Some((name, node, node.as_str()?))
    })
}

/// The same, of a topic that is one.
fn valid_topic_of(operation: &Shape) -> Option<(&'static str, &Node, &str)> {
    topic_of(operation).filter(|(.., topic)| problem(topic).is_none())
}

/// What keeps the text from being a topic.
fn problem(topic: &str) -> Option<String> {
    let mut seen = Vec::new();
    for level in topic.split('/') {
        if level.contains(['#', '+']) {
            return Some(format!("`{level}` has a wildcard"));
        }
        match label_of(level) {
            Some(label) if label.is_empty() || !label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => {
                return Some(format!("`{label}` is not the name of a label"));
            }
            Some(label) if seen.contains(&label) => return Some(format!("label `{label}` is used twice")),
            Some(label) => seen.push(label),
            None if level.contains(['{', '}']) => {
                return Some(format!("a label must be a whole level, which `{level}` is not"));
            }
            None => {}
        }
    }
    None
}

/// The label of a level of a topic.
fn label_of(level: &str) -> Option<&str> {
    level.strip_prefix('{')?.strip_suffix('}')
}
