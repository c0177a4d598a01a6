//! The labels of an ARN's template are the identifiers of its resource (Smithy
//! 2.0, "aws.api#arn trait").

use std::collections::BTreeSet;

use crate::checks::relationships::resources_of;
use crate::checks::{quoted, Check, Report, Stops};
use crate::model::{Kind, Model, Node, Shape};
use crate::suggest;

use super::{aws_services, ARN};

/// A client makes no ARNs.
pub(in crate::checks) const CHECK: Check = Check { id: "ArnTemplate", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (service, _) in aws_services(model) {
        for resource in resources_of(model, service) {
            if !resource.is_builtin() && seen.insert(&resource.id) {
                check(resource, report);
            }
        }
    }
}

fn check(resource: &Shape, report: &mut Report<'_>) {
    let template = resource.traits.get(ARN).and_then(|arn| arn.get("template"));
    let (Some((template, text)), Kind::Resource(kind)) =
        (template.and_then(|node: &Node| Some((node, node.as_str()?))), &resource.kind)
    else {
        return;
    };
    // Which is not a template: another rule reports it.
    if text.starts_with('/') {
        return;
    }
    let labels: Vec<&str> = labels(text);
    let malformed: Vec<&str> = labels.iter().copied().filter(|label| !is_label(label)).collect();
    if !malformed.is_empty() {
        let message = format!(
            "{} cannot be a label: a label consists of letters, digits and `_`, and does not begin with a digit",
            quoted(malformed)
        );
        report.error(&resource.id, template.span, message);
        return;
    }
    let missing: Vec<&str> =
        kind.identifiers.keys().map(String::as_str).filter(|name| !labels.contains(name)).collect();
    if !missing.is_empty() {
        let message = format!("the template has no {}, which identifies the resource", quoted(missing.iter().copied()));
        let help = missing.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join("/");
        report.error(&resource.id, template.span, message).help(format!("add {help} to the template"));
    }
    let unknown: Vec<&str> = labels.into_iter().filter(|label| !kind.identifiers.contains_key(*label)).collect();
    if !unknown.is_empty() {
        let known = || kind.identifiers.keys().map(String::as_str);
        let near: Vec<&str> = unknown.iter().flat_map(|label| report.suggestions.nearest(label, known())).collect();
        let message = format!("the resource does not have the identifier {}", quoted(unknown));
        let help = suggest::list(&near).map(|near| format!("did you mean {near}?"));
        report.error(&resource.id, template.span, message).help = help;
    }
}

/// The text in braces.
fn labels(template: &str) -> Vec<&str> {
    let mut labels = Vec::new();
    let mut rest = template;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((label, after)) = after.split_once('}') else { break };
        if !label.is_empty() {
            labels.push(label);
        }
        rest = after;
    }
    labels
}

fn is_label(label: &str) -> bool {
    let name = label.strip_prefix(['!', '|', '+']).unwrap_or(label);
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
