//! The labels of a URI and the members with `@httpLabel` are the same
//! (Smithy 2.0, "httpLabel trait").

use crate::model::{ids, Kind, Member, Model, Node, Shape};

use super::http_uri::Uri;
use super::{own_operations, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpLabelTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(uri) = Uri::of(operation) else { continue };
        let Some(input) = model.shape(&kind.input) else { continue };
        let members = || input.members.iter().filter(|member| member.has_trait(ids::HTTP_LABEL));
        let names: std::collections::BTreeSet<&str> = members().flat_map(names_of).collect();
        let unbound: Vec<&str> = uri.labels().map(|(label, _)| label).filter(|label| !names.contains(label)).collect();
        if !unbound.is_empty() {
            report_unbound(operation, input, &uri, &unbound, report);
        }
        for member in members() {
            check_member(model, operation, input, member, &uri, report);
        }
    }
}

/// What a label is called that the member fills.
fn names_of(member: &Member) -> impl Iterator<Item = &str> {
    let identifier = member.traits.get(ids::RESOURCE_IDENTIFIER).and_then(Node::as_str);
    std::iter::once(member.name.as_str()).chain(identifier)
}

fn report_unbound(operation: &Shape, input: &Shape, uri: &Uri<'_>, labels: &[&str], report: &mut Report<'_>) {
    let message =
        format!("no member of `{}` with `@httpLabel` fills {} of `{}`", input.id, quoted_labels(labels), uri.text);
    let with_same_name = labels.iter().find_map(|label| {
        let member = input.members.iter().find(|member| member.name.eq_ignore_ascii_case(label))?;
        Some((label, member))
    });
    let help = match with_same_name {
        Some((label, member)) if member.name == **label => {
            format!("put `@required @httpLabel` on the member `{}`", member.name)
        }
        Some((label, member)) => format!("the label is `{label}`, the member `{}`", member.name),
        None => format!("@required @httpLabel {}: String", labels.first().copied().unwrap_or_default()),
    };
    report.error(&operation.id, uri.node.span, message).help(help);
}

fn quoted_labels(labels: &[&str]) -> String {
    let word = if labels.len() == 1 { "the label" } else { "the labels" };
    format!("{word} {}", quoted(labels.iter().copied()))
}

fn check_member(
    model: &Model,
    operation: &Shape,
    input: &Shape,
    member: &Member,
    uri: &Uri<'_>,
    report: &mut Report<'_>,
) {
    let id = input.id.with_member(&member.name);
    let label = uri.labels().find(|(label, _)| names_of(member).any(|name| name.eq_ignore_ascii_case(label)));
    let Some((_, is_greedy)) = label else {
        let message =
            format!("`{}` has `@httpLabel`, but the URI of `{}` has no such label", member.name, operation.id);
        report.error(id, member.span, message).help(format!("uri: \"{}\"", with_label(uri.text, &member.name)));
        return;
    };
    let wrong_target = model.target(member).filter(|target| !matches!(target.kind, Kind::String | Kind::Enum));
    if let Some(target) = wrong_target.filter(|_| is_greedy) {
        let message = format!(
            "`{}` fills a greedy label of `{}` and must be a string, but `{}` is {}",
            member.name,
            operation.id,
            target.id,
            target.kind.with_article()
        );
        report.error(id, member.target_span, message);
    }
}

/// The URI with one more label at the end of its path.
fn with_label(uri: &str, label: &str) -> String {
    let (path, query) = uri.split_once('?').map_or((uri, String::new()), |(path, query)| (path, format!("?{query}")));
    format!("{}/{{{label}}}{query}", path.trim_end_matches('/'))
}
