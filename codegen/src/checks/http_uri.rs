//! The `uri` of `@http` is a pattern of segments, labels and query literals
//! (Smithy 2.0, "http trait", section "uri").

use crate::model::{ids, is_identifier, Model, Node, Shape};

use super::{own_operations, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, _) in own_operations(model) {
        let Some((node, uri)) = uri_of(operation) else { continue };
        if let Err(problem) = parse(uri) {
            report.error(&operation.id, node.span, format!("{problem}: `{uri}`"));
        }
    }
}

fn uri_of(operation: &Shape) -> Option<(&Node, &str)> {
    let node = operation.traits.get(ids::HTTP)?.get("uri")?;
    Some((node, node.as_str()?))
}

/// The URI of an operation that is well-formed.
pub(super) struct Uri<'m> {
    /// Where it is written.
    pub(super) node: &'m Node,
    /// The whole text.
    pub(super) text: &'m str,
    /// The texts between the slashes; an optional slash at the end adds none.
    pub(super) segments: Vec<Segment<'m>>,
    /// Parameters of the query with their values, empty where there is none.
    pub(super) query: Vec<(&'m str, &'m str)>,
}

/// The text between two slashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Segment<'m> {
    Literal(&'m str),
    Label { name: &'m str, is_greedy: bool },
}

impl<'m> Uri<'m> {
    /// None if the operation has no `@http`, or one that this rule reports.
    pub(super) fn of(operation: &'m Shape) -> Option<Self> {
        let (node, text) = uri_of(operation)?;
        let (segments, query) = parse(text).ok()?;
        Some(Self { node, text, segments, query })
    }

    /// Each label and whether it is greedy.
    pub(super) fn labels(&self) -> impl Iterator<Item = (&'m str, bool)> + '_ {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Label { name, is_greedy } => Some((*name, *is_greedy)),
            Segment::Literal(_) => None,
        })
    }
}

type Parts<'u> = (Vec<Segment<'u>>, Vec<(&'u str, &'u str)>);

/// The parts of a URI, or everything that is wrong with it.
fn parse(uri: &str) -> Result<Parts<'_>, String> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut problems = Vec::new();
    if !uri.starts_with('/') {
        problems.push("a URI must begin with `/`".to_owned());
    }
    if uri.contains('#') {
        problems.push("a URI must not have a fragment".to_owned());
    }
    if uri.ends_with('?') {
        problems.push("a URI must not end with `?`".to_owned());
    }
    let segments = parse_path(path, &mut problems);
    let query = parse_query(query, &mut problems);
    if problems.is_empty() {
        return Ok((segments, query));
    }
    Err(problems.join("; "))
}

fn parse_path<'u>(path: &'u str, problems: &mut Vec<String>) -> Vec<Segment<'u>> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut segments = Vec::new();
    if path.is_empty() {
        return segments;
    }
    let mut seen = std::collections::BTreeSet::new();
    for text in path.split('/') {
        match parse_segment(text) {
            Err(problem) => problems.push(problem),
            Ok(Segment::Label { name, .. }) if !seen.insert(name.to_ascii_lowercase()) => {
                problems.push(format!("label `{name}` is used twice"));
            }
            Ok(segment) => segments.push(segment),
        }
    }
    segments
}

fn parse_segment(text: &str) -> Result<Segment<'_>, String> {
    if let Some(label) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        let greedy = label.strip_suffix('+');
        let name = greedy.unwrap_or(label);
        return match is_identifier(name) {
            true => Ok(Segment::Label { name, is_greedy: greedy.is_some() }),
            false => Err(format!("the label `{text}` must be the name of a member")),
        };
    }
    match text {
        "" => Err("a URI must not have empty segments".to_owned()),
        "." | ".." => Err(format!("`{text}` is not the name of a segment")),
        _ if text.contains(['{', '}']) => Err(format!("a label must be a whole segment, which `{text}` is not")),
        _ => Ok(Segment::Literal(text)),
    }
}

fn parse_query<'u>(query: &'u str, problems: &mut Vec<String>) -> Vec<(&'u str, &'u str)> {
    if query.contains(['{', '}']) {
        problems.push("labels must be in the path of a URI, not in its query".to_owned());
    }
    let query = query.trim_end_matches('&');
    let mut parameters: Vec<(&str, &str)> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for pair in query.split('&').filter(|_| !query.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !seen.insert(name) {
            problems.push(format!("query parameter `{name}` is used twice"));
        }
        parameters.push((name, value));
    }
    parameters
}
