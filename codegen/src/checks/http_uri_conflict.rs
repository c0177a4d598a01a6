//! No two operations of a service answer to the same method, host and URI
//! (Smithy 2.0, "http trait", section "Pattern Validation and Conflict
//! Avoidance").

use indexmap::IndexMap;

use crate::model::{Kind, Model, Node, Shape};

use super::http_uri::{Segment, Uri};
use super::{own_shapes, quoted, Check, Report, Stops};

/// Which operation is meant is for the server to find out: a client sends each as it is.
pub(super) const CHECK: Check = Check { id: "HttpUriConflict", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let mut groups: IndexMap<String, Vec<(&Shape, Uri<'_>)>> = IndexMap::new();
        for operation in model.operations_of(service) {
            let Some(uri) = Uri::of(operation) else { continue };
            if let Some(route) = route_of(operation, &uri) {
                groups.entry(route).or_default().push((operation, uri));
            }
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            for (operation, uri) in group {
                let others = group.iter().map(|(other, _)| other.id.as_str()).filter(|id| *id != operation.id.as_str());
                let message = format!("`{}` is also the URI of {}", uri.text, quoted(others.take(MAX_NAMES)));
                report.error(&operation.id, uri.node.span, message);
            }
        }
    }
}

/// How many of the others a message names.
const MAX_NAMES: usize = 10;

/// Method, host and URI with the names of the labels left out: a label takes
/// what another label takes, whatever constraints their members have.
fn route_of(operation: &Shape, uri: &Uri<'_>) -> Option<String> {
    let method = operation.traits.get("smithy.api#http")?.get("method")?.as_str()?;
    let segments: Vec<&str> = uri
        .segments
        .iter()
        .map(|segment| match segment {
            Segment::Literal(text) => text,
            Segment::Label { is_greedy: true, .. } => "{+}",
            Segment::Label { .. } => "{}",
        })
        .collect();
    let mut query = uri.query.clone();
    query.sort_unstable();
    let host = operation.traits.get("smithy.api#endpoint").and_then(|node| node.get("hostPrefix"));
    let host = host.and_then(Node::as_str).map(without_label_names).unwrap_or_default();
    Some(format!("{method} {host} /{} {query:?}", segments.join("/")))
}

/// `{name}.data.` as `{}.data.`
fn without_label_names(host: &str) -> String {
    let mut parts = host.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + "{" + part.find('}').map_or(part, |end| &part[end..]))
}
