//! The `hostPrefix` of `@endpoint` is a pattern that becomes a host, and its
//! labels are the members with `@hostLabel` (Smithy 2.0, "endpoint trait").

use crate::diagnostics::Severity;
use crate::model::{ids, is_identifier, Model, Node, Shape};

use super::{own_operations, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HostLabelTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::ENDPOINT).and_then(|node| node.get("hostPrefix")) else {
            continue;
        };
        let Some(prefix) = node.as_str() else { continue };
        let parts = match parse(prefix) {
            Ok(parts) => parts,
            Err(problem) => {
                let message = format!("{problem}: `{prefix}`");
                report.event_as("Model", Severity::Error, &operation.id, node.span, message);
                continue;
            }
        };
        check_host(operation, node, prefix, &parts, report);
        if let Some(input) = model.shape(&kind.input) {
            check_labels(operation, input, node, &parts, report);
        }
    }
}

/// A piece of a host prefix.
pub(super) enum Part<'p> {
    Literal(&'p str),
    Label(&'p str),
}

fn labels_of<'a, 'p>(parts: &'a [Part<'p>]) -> impl Iterator<Item = &'p str> + 'a {
    parts.iter().filter_map(|part| match part {
        Part::Label(name) => Some(*name),
        Part::Literal(_) => None,
    })
}

pub(super) fn parse(prefix: &str) -> Result<Vec<Part<'_>>, String> {
    let mut parts = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut rest = prefix;
    while !rest.is_empty() {
        let (literal, from_brace) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        let Some(label) = from_brace.strip_prefix('{') else {
            match from_brace.is_empty() {
                true => break,
                false => return Err("a `}` in a host prefix must close a label".to_owned()),
            }
        };
        if literal.is_empty() && matches!(parts.last(), Some(Part::Label(_))) {
            return Err("two labels of a host prefix must have text between them".to_owned());
        }
        let Some((name, after)) = label.split_once('}') else {
            return Err("a label of a host prefix is not closed".to_owned());
        };
        if name.ends_with('+') {
            return Err(format!("a label of a host prefix cannot be greedy, as `{{{name}}}` is"));
        }
        if !is_identifier(name) {
            return Err(format!("the label `{{{name}}}` must be the name of a member"));
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            return Err(format!("label `{name}` is used twice"));
        }
        parts.push(Part::Label(name));
        rest = after;
    }
    Ok(parts)
}

/// RFC 3986, "Host", as far as DNS has it.
fn check_host(operation: &Shape, node: &Node, prefix: &str, parts: &[Part<'_>], report: &mut Report<'_>) {
    let filled: String = parts.iter().map(|part| if let Part::Literal(text) = part { text } else { "label" }).collect();
    if !is_host(&filled) {
        let message =
            format!("`{prefix}` cannot begin a host: only letters, digits and `-` are allowed between its dots");
        report.error(&operation.id, node.span, message);
    }
    if !prefix.ends_with('.') && labels_of(parts).next().is_some() {
        let message =
            format!("a label of `{prefix}` can lead requests to another domain if it does not end with a dot");
        let event = report.event(Severity::Danger, &operation.id, node.span, message);
        event.help(format!("hostPrefix: \"{prefix}.\""));
    }
}

fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.strip_suffix('.').unwrap_or(text).split('.').all(is_label)
}

fn check_labels(operation: &Shape, input: &Shape, node: &Node, parts: &[Part<'_>], report: &mut Report<'_>) {
    let members = || input.members.iter().filter(|member| member.has_trait(ids::HOST_LABEL));
    let unbound: Vec<&str> = labels_of(parts).filter(|label| !members().any(|member| member.name == *label)).collect();
    for member in members() {
        if !labels_of(parts).any(|label| label.eq_ignore_ascii_case(&member.name)) {
            let message = format!(
                "`{}` has `@hostLabel`, but the host prefix of `{}` has no such label",
                member.name, operation.id
            );
            let help = format!("hostPrefix: \"{{{}}}.\"", member.name);
            report.error(input.id.with_member(&member.name), member.span, message).help(help);
        }
    }
    if let Some(first) = unbound.first() {
        let message = format!(
            "no member of `{}` with `@hostLabel` fills {} of the host prefix",
            input.id,
            quoted(unbound.iter().copied())
        );
        report.error(&operation.id, node.span, message).help(format!("@required @hostLabel {first}: String"));
    }
}
