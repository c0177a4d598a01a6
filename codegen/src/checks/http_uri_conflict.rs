//! No two operations of a service answer to the same method, host and URI
//! (Smithy 2.0, "http trait", section "Pattern Validation and Conflict
//! Avoidance").

use std::collections::BTreeMap;

use indexmap::IndexMap;
use regex_lite::Regex;

use crate::model::{ids, Kind, Model, Node, Shape};

use super::http_uri::{Segment, Uri};
use super::{host_label_trait, own_shapes, quoted, Check, Report, Stops};

/// Which operation is meant is for the server to find out: a client sends each as it is.
pub(super) const CHECK: Check = Check { id: "HttpUriConflict", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let mut groups: IndexMap<String, Vec<Route<'_>>> = IndexMap::new();
        for operation in model.operations_of(service) {
            let Some(uri) = Uri::of(operation) else { continue };
            if let Some(route) = route_of(operation, &uri) {
                groups.entry(route).or_default().push(Route { operation, host: Host::of(model, operation), uri });
            }
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            check_group(group, report);
        }
    }
}

/// With how many others of its URI an operation is compared.
const MAX_COMPARED: usize = 1000;

/// How many of the others a message names.
const MAX_NAMES: usize = 10;

fn check_group(group: &[Route<'_>], report: &mut Report<'_>) {
    for route in group {
        let others = group.iter().filter(|other| other.operation.id != route.operation.id).take(MAX_COMPARED);
        let others = others.filter(|other| may_be_one(route.host.as_ref(), other.host.as_ref()));
        let others: Vec<&str> = others.map(|other| other.operation.id.as_str()).take(MAX_NAMES).collect();
        if !others.is_empty() {
            let message = format!("`{}` is also the URI of {}", route.uri.text, quoted(others));
            report.error(&route.operation.id, route.uri.node.span, message);
        }
    }
}

struct Route<'m> {
    operation: &'m Shape,
    host: Option<Host<'m>>,
    uri: Uri<'m>,
}

/// Method and URI with the names of the labels left out: a label takes
/// what another label takes, whatever constraints their members have.
fn route_of(operation: &Shape, uri: &Uri<'_>) -> Option<String> {
    let method = operation.traits.get(ids::HTTP)?.get("method")?.as_str()?;
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
    Some(format!("{method} /{} {query:?}", segments.join("/")))
}

/// The prefix of a host, and what its labels can be.
struct Host<'m> {
    parts: Vec<host_label_trait::Part<'m>>,
    patterns: BTreeMap<&'m str, &'m str>,
}

impl<'m> Host<'m> {
    fn of(model: &'m Model, operation: &'m Shape) -> Option<Self> {
        let prefix = operation.traits.get(ids::ENDPOINT)?.get("hostPrefix").and_then(Node::as_str)?;
        let Kind::Operation(facts) = &operation.kind else { return None };
        let members = model.shape(&facts.input).map(|input| input.members.as_slice()).unwrap_or_default();
        let labels = members.iter().filter(|member| member.has_trait(ids::HOST_LABEL));
        let pattern =
            |member: &'m crate::model::Member| Some((member.name.as_str(), member.traits.get(ids::PATTERN)?.as_str()?));
        Some(Self { parts: host_label_trait::parse(prefix).ok()?, patterns: labels.filter_map(pattern).collect() })
    }

    /// Whether the pattern of the label says that the text is none of its values.
    fn refuses(&self, label: &str, text: &str) -> bool {
        // What cannot be compiled refuses whatever its author says that it does.
        self.patterns.get(label).is_some_and(|pattern| Regex::new(pattern).map_or(true, |regex| !regex.is_match(text)))
    }
}

/// Whether a request could be for either. Hosts with a prefix differ from those
/// without; of two prefixes, a text differs from another one, and a label from
/// a text that its pattern does not take.
fn may_be_one(left: Option<&Host<'_>>, right: Option<&Host<'_>>) -> bool {
    use host_label_trait::Part::{Label, Literal};
    let (left, right) = match (left, right) {
        (Some(left), Some(right)) => (left, right),
        (left, right) => return left.is_none() == right.is_none(),
    };
    let mut mixed = Vec::new();
    for pair in left.parts.iter().zip(&right.parts) {
        match pair {
            (Literal(left), Literal(right)) if left != right && mixed.is_empty() => return false,
            (Literal(left), Literal(right)) if left != right => break,
            (Label(label), Literal(text)) => mixed.push(left.refuses(label, text)),
            (Literal(text), Label(label)) => mixed.push(right.refuses(label, text)),
            _ => {}
        }
    }
    mixed.is_empty() || mixed.contains(&false)
}
