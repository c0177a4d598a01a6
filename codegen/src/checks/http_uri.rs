//! The `uri` and `method` of `@http` have the form that the specification asks
//! for (Smithy 2.0, "http trait").

use crate::diagnostics::{Severity, Span};
use crate::model::{Model, Node, Shape};

use super::{own_operations, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, _) in own_operations(model) {
        if let Some((node, uri)) = uri_of(operation) {
            check_uri(operation, node.span, uri, report);
            check_greedy(operation, node.span, uri, report);
        }
    }
}

/// The URI pattern of an operation.
pub(super) fn uri_of(operation: &Shape) -> Option<(&Node, &str)> {
    let node = operation.traits.get("smithy.api#http")?.get("uri")?;
    Some((node, node.as_str()?))
}

/// The path of a pattern in segments, and its query.
pub(super) fn split(uri: &str) -> (Vec<&str>, Option<&str>) {
    let (path, query) = match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    };
    (path.split('/').skip(1).collect(), query)
}

/// The label of a segment and whether it is greedy.
pub(super) fn label_of(segment: &str) -> Option<(&str, bool)> {
    let label = segment.strip_prefix('{')?.strip_suffix('}')?;
    Some(label.strip_suffix('+').map_or((label, false), |greedy| (greedy, true)))
}

fn check_uri(operation: &Shape, span: Span, uri: &str, report: &mut Report<'_>) {
    let (segments, query) = split(uri);
    let mut problems = Vec::new();
    if !uri.starts_with('/') {
        problems.push("a URI begins with `/`".to_owned());
    }
    if uri.contains('#') {
        problems.push("a URI has no fragment".to_owned());
    }
    if query.is_some_and(|query| query.contains(['{', '}'])) {
        problems.push("labels stand in the path of a URI, not in its query".to_owned());
    }
    let mut seen: Vec<&str> = Vec::new();
    let count = segments.len();
    for (index, segment) in segments.iter().enumerate() {
        if segment.is_empty() && index + 1 < count {
            problems.push("a URI has no empty segments".to_owned());
        }
        match label_of(segment) {
            Some((label, _)) if label.is_empty() || label.contains(['{', '}', '+']) => {
                problems.push(format!("`{segment}` is not a label"));
            }
            Some((label, _)) if seen.contains(&label) => problems.push(format!("label `{label}` comes up twice")),
            Some((label, _)) => seen.push(label),
            None if segment.contains(['{', '}']) => {
                problems.push(format!("a label is a whole segment, which `{segment}` is not"));
            }
            None => {}
        }
    }
    for problem in problems {
        report.error(&operation.id, span, format!("{problem}: `{uri}`"));
    }
}

fn check_greedy(operation: &Shape, span: Span, uri: &str, report: &mut Report<'_>) {
    let labels: Vec<bool> = split(uri).0.into_iter().filter_map(label_of).map(|(_, is_greedy)| is_greedy).collect();
    if labels.iter().filter(|is_greedy| **is_greedy).count() > 1 {
        let message = format!("a URI has at most one greedy label: `{uri}`");
        let id = "HttpUriGreedyLabel.MultipleGreedyLabels";
        report.event_as(id, Severity::Danger, &operation.id, span, message);
    }
    if labels.iter().rev().skip(1).any(|is_greedy| *is_greedy) {
        let message = format!("a greedy label is the last label of a URI: `{uri}`");
        let id = "HttpUriGreedyLabel.GreedyLabelIsNotLastLabel";
        report.event_as(id, Severity::Danger, &operation.id, span, message);
    }
}
