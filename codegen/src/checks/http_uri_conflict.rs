//! No two operations of a service answer to the same method and URI.

use indexmap::IndexMap;

use crate::model::{Kind, Model, Node, Shape};

use super::http_uri::{label_of, split, uri_of};
use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let mut groups: IndexMap<String, Vec<&Shape>> = IndexMap::new();
        for operation in model.operations_of(service) {
            if let Some(pattern) = pattern_of(model, operation) {
                groups.entry(pattern).or_default().push(operation);
            }
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            for operation in group {
                report_conflict(operation, group, report);
            }
        }
    }
}

/// Method and URI with the names of the labels left out; a label matches what
/// another label matches. The host prefix tells operations apart too.
fn pattern_of(model: &Model, operation: &Shape) -> Option<String> {
    let (_, uri) = uri_of(operation)?;
    let method = operation.traits.get("smithy.api#http")?.get("method")?.as_str()?;
    let (segments, query) = split(uri);
    let segments: Vec<String> = segments
        .into_iter()
        .map(|segment| match label_of(segment) {
            Some((_, true)) => "{+}".to_owned(),
            // Labels with a pattern may be meant to tell operations apart.
            Some((label, false)) => format!("{{{}}}", label_pattern(model, operation, label)),
            None => segment.to_owned(),
        })
        .collect();
    let mut query: Vec<&str> = query.unwrap_or("").split('&').collect();
    query.sort_unstable();
    let host = operation.traits.get("smithy.api#endpoint").and_then(|node| node.get("hostPrefix"));
    let host = host.and_then(Node::as_str).unwrap_or("");
    Some(format!("{method} {host} /{} {}", segments.join("/"), query.join("&")))
}

fn label_pattern(model: &Model, operation: &Shape, label: &str) -> String {
    let Kind::Operation(kind) = &operation.kind else { return String::new() };
    let member = model.shape(&kind.input).and_then(|input| input.member(label));
    let pattern = member.and_then(|member| model.member_trait(member, "smithy.api#pattern"));
    pattern.and_then(Node::as_str).unwrap_or("").to_owned()
}

fn report_conflict(operation: &Shape, group: &[&Shape], report: &mut Report<'_>) {
    let Some((node, uri)) = uri_of(operation) else { return };
    let others: Vec<String> =
        group.iter().filter(|other| other.id != operation.id).map(|other| format!("`{}`", other.id)).collect();
    let message = format!("`{uri}` is also the URI of {}", others.join(", "));
    report.error(&operation.id, node.span, message);
}
